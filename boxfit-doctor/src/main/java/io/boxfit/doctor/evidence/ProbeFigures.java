package io.boxfit.doctor.evidence;

import io.boxfit.core.box.Box;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How the box answers when the picture is changed. Changes are the mean distance that a side goes,
 * in shares of the picture.
 *
 * @param pictures that were looked at
 * @param black change when the picture is made black
 * @param shuffled change when its pixels are put in random order
 * @param another change when another picture is shown
 * @param truth change of the true box from the one to the other picture
 * @param across how far the box's centre goes for each pixel that the picture is moved across: 1
 *     where it moves along, 0 where it stays behind; the median; empty where too few pictures have
 *     room to be moved, or true boxes do not vary across
 * @param down the same down
 * @param mirrored share of pictures whose box changes sides with the picture; of those whose box is
 *     off the middle; empty where too few are
 */
public record ProbeFigures(
    int pictures,
    double black,
    double shuffled,
    double another,
    double truth,
    OptionalDouble across,
    OptionalDouble down,
    OptionalDouble mirrored) {
  /** Fewer pictures say little about a median. */
  private static final int ENOUGH = 8;

  /** Whoever trained on objects that never move that way cannot be expected to follow them. */
  private static final double VARIES = 0.03;

  /** A box nearer to the middle is its own mirror image. */
  private static final double OFF_THE_MIDDLE = 0.05;

  /** The figures of at least one picture. */
  public static ProbeFigures of(Reactions seen) {
    int count = seen.plain().size();
    double black = 0;
    double shuffled = 0;
    double another = 0;
    double truth = 0;
    for (int i = 0; i < count; i++) {
      int next = (i + 1) % count;
      black += change(seen.plain().get(i), seen.black().get(i));
      shuffled += change(seen.plain().get(i), seen.shuffled().get(i));
      another += change(seen.plain().get(i), seen.plain().get(next));
      truth += change(seen.truth().get(i), seen.truth().get(next));
    }
    double[] x = seen.truth().stream().mapToDouble(Box::centerX).toArray();
    double[] y = seen.truth().stream().mapToDouble(Box::centerY).toArray();
    return new ProbeFigures(
        count,
        black / count,
        shuffled / count,
        another / count,
        truth / count,
        follows(x, seen.across()),
        follows(y, seen.down()),
        mirrored(seen));
  }

  private static double change(Box a, Box b) {
    return (Math.abs(a.xMin() - b.xMin())
            + Math.abs(a.yMin() - b.yMin())
            + Math.abs(a.xMax() - b.xMax())
            + Math.abs(a.yMax() - b.yMax()))
        / 4;
  }

  private static OptionalDouble follows(double[] centres, List<Moved> moved) {
    if (moved.size() < ENOUGH || Moments.of(centres).deviation() < VARIES) {
      return OptionalDouble.empty();
    }
    double[] slopes = moved.stream().mapToDouble(m -> m.answer() / m.by()).sorted().toArray();
    int half = slopes.length / 2;
    return OptionalDouble.of(
        slopes.length % 2 == 1 ? slopes[half] : (slopes[half - 1] + slopes[half]) / 2);
  }

  private static OptionalDouble mirrored(Reactions seen) {
    int judged = 0;
    int changed = 0;
    for (int i = 0; i < seen.plain().size(); i++) {
      double before = seen.plain().get(i).centerX();
      double after = seen.mirrored().get(i).centerX();
      if (Math.abs(before - 0.5) >= OFF_THE_MIDDLE) {
        judged++;
        changed += Math.abs(after - (1 - before)) < Math.abs(after - before) ? 1 : 0;
      }
    }
    return judged < ENOUGH ? OptionalDouble.empty() : OptionalDouble.of((double) changed / judged);
  }
}
