package io.boxfit.app.report;

import io.boxfit.app.evaluation.JudgedSample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which samples are shown; none is in two lists.
 *
 * @param best the highest first
 * @param median around the middle, in falling order
 * @param worst the lowest first
 */
public record WallChoice(
    List<JudgedSample> best, List<JudgedSample> median, List<JudgedSample> worst) {
  private static final int BEST = 12;

  static WallChoice of(List<JudgedSample> samples) {
    return of(samples, BEST);
  }

  /**
   * A choice of another size.
   *
   * @param most of the best and of those around the median; of the worst twice as many
   */
  public static WallChoice of(List<JudgedSample> samples, int most) {
    Comparator<JudgedSample> byIou = Comparator.comparingDouble(JudgedSample::iou);
    List<JudgedSample> rising = new ArrayList<>(samples);
    rising.sort(byIou.thenComparingInt(JudgedSample::index));
    List<JudgedSample> falling = new ArrayList<>(samples);
    falling.sort(byIou.reversed().thenComparingInt(JudgedSample::index));
    int count = samples.size();
    int few = Math.min(most, count / 4);
    int many = Math.min(2 * most, count - 2 * few);
    List<JudgedSample> worst = rising.subList(0, many);
    Set<Integer> taken = new HashSet<>();
    worst.forEach(sample -> taken.add(sample.index()));
    // Without the worst, because equal IoUs stand in one order here and in another there.
    falling.removeIf(sample -> taken.contains(sample.index()));
    int middle = Math.min(Math.max(count / 2 - few / 2, few), falling.size() - few);
    return new WallChoice(
        List.copyOf(falling.subList(0, few)),
        List.copyOf(falling.subList(middle, middle + few)),
        List.copyOf(worst));
  }
}
