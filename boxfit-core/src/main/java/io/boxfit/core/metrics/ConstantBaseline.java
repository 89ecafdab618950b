package io.boxfit.core.metrics;

import io.boxfit.core.box.Box;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Finds the one box with the highest mean IoU over a training set: what the best model says that
 * never looks at the image.
 *
 * <p>The mean IoU has many local maxima and no gradient at the truths' sides, so this is a pattern
 * search from several starts. Deterministic; the result is never worse than the box of the medians
 * of the sides (over the boxes that are searched, see {@link #LARGEST_SET}).
 */
public final class ConstantBaseline {
  /** Of larger sets, evenly spaced members are searched: the mean hardly moves any more. */
  public static final int LARGEST_SET = 10_000;

  /** Sets that choose among starts and take first steps: no need for every member there. */
  private static final int ROUGH_SET = 500;

  private static final int CANDIDATES = 64;
  private static final double FINEST_STEP = 1e-3;

  private ConstantBaseline() {}

  /**
   * The best constant box.
   *
   * @param truths at least one, all proper, px
   * @throws IllegalArgumentException if there is none or one is not proper
   */
  public static Box fit(List<Box> truths) {
    if (truths.isEmpty()) {
      throw new IllegalArgumentException("the constant baseline needs at least one box");
    }
    truths.stream()
        .filter(box -> !box.isProper())
        .findFirst()
        .ifPresent(
            box -> {
              throw new IllegalArgumentException("not a proper box: " + box);
            });
    BoxSet all = new BoxSet(spaced(truths, LARGEST_SET));
    BoxSet rough = new BoxSet(spaced(truths, ROUGH_SET));
    Box median = quantiles(truths, 0.5);
    List<Box> starts = new ArrayList<>(spaced(truths, CANDIDATES));
    for (double outer : new double[] {0, 0.05, 0.1, 0.2, 0.3, 0.4}) {
      starts.add(quantiles(truths, outer));
    }
    starts.add(mean(truths));
    starts.sort(Comparator.comparingDouble(start -> -rough.meanIou(start)));
    int tried = truths.size() <= CANDIDATES ? starts.size() : 6;
    Box best = median;
    for (Box start : concat(median, starts.subList(0, tried))) {
      Box found = all.climb(rough.climb(rough.sweep(start, CANDIDATES), 0.1), FINEST_STEP);
      if (all.meanIou(found) > all.meanIou(best)) {
        best = found;
      }
    }
    return best;
  }

  private static List<Box> concat(Box first, List<Box> rest) {
    List<Box> all = new ArrayList<>(rest);
    all.add(0, first);
    return all;
  }

  /** At most so many members, evenly spaced. */
  private static List<Box> spaced(List<Box> boxes, int most) {
    int count = Math.min(boxes.size(), most);
    List<Box> spaced = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      spaced.add(boxes.get((int) ((long) i * boxes.size() / count)));
    }
    return spaced;
  }

  /** Left and top at a quantile, right and bottom at the one from above. */
  private static Box quantiles(List<Box> boxes, double outer) {
    Box box =
        new Box(
            quantile(boxes, Box::xMin, outer),
            quantile(boxes, Box::yMin, outer),
            quantile(boxes, Box::xMax, 1 - outer),
            quantile(boxes, Box::yMax, 1 - outer));
    // Medians of sides are in order because every box's sides are.
    return box.isProper() ? box : mean(boxes);
  }

  private static double quantile(List<Box> boxes, ToDoubleFunction<Box> side, double share) {
    double[] sorted = boxes.stream().mapToDouble(side).sorted().toArray();
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  private static Box mean(List<Box> boxes) {
    double[] sums = new double[4];
    for (Box box : boxes) {
      sums[0] += box.xMin();
      sums[1] += box.yMin();
      sums[2] += box.xMax();
      sums[3] += box.yMax();
    }
    double[] means = Arrays.stream(sums).map(sum -> sum / boxes.size()).toArray();
    return new Box(means[0], means[1], means[2], means[3]);
  }
}
