package io.boxfit.doctor.evidence;

import io.boxfit.core.box.Box;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How a predicted centre goes with the true one along one axis, and how large boxes are along it.
 *
 * @param slope of the predicted centre over the true one: 1 where it goes along, 0 where it stands
 *     or goes its own ways
 * @param varies deviation of the true centre, in shares of the picture
 * @param size mean predicted size over the mean true one
 * @param sizes correlation of the predicted size with the true one
 */
public record Following(double slope, double varies, double size, double sizes) {

  private static final double STAYS = 0.3;
  private static final double AS_LARGE = 2;

  /** The fewest boxes of which such figures tell something. */
  public static final int ENOUGH = 50;

  /** Whether centres do not follow, and sizes do with a correlation of at least so much. */
  public static boolean sizesAlone(Predictions seen, double least) {
    Following across = Following.across(seen);
    Following down = Following.down(seen);
    return across.isAsLarge()
        && down.isAsLarge()
        && Math.max(Math.abs(across.slope()), Math.abs(down.slope())) < STAYS
        && Math.min(across.sizes(), down.sizes()) >= least;
  }

  /** Boxes of another unit follow by next to no pixel, too. */
  private boolean isAsLarge() {
    return size > 1 / AS_LARGE && size < AS_LARGE;
  }

  /** From left to right. */
  public static Following across(Predictions seen) {
    return of(seen, Box::centerX, Box::width, seen.width());
  }

  /** From top to bottom. */
  public static Following down(Predictions seen) {
    return of(seen, Box::centerY, Box::height, seen.height());
  }

  private static Following of(
      Predictions seen, ToDoubleFunction<Box> centre, ToDoubleFunction<Box> size, int extent) {
    double[] truth = seen.truth().stream().mapToDouble(centre).toArray();
    double[] said = seen.predicted().stream().mapToDouble(centre).toArray();
    double[] large = seen.truth().stream().mapToDouble(size).toArray();
    double[] saidLarge = seen.predicted().stream().mapToDouble(size).toArray();
    Moments own = Moments.of(truth);
    return new Following(
        together(truth, said) / (own.deviation() * own.deviation()),
        own.deviation() / extent,
        mean(seen.predicted(), size) / mean(seen.truth(), size),
        together(large, saidLarge)
            / (Moments.of(large).deviation() * Moments.of(saidLarge).deviation()));
  }

  /** Covariance. */
  private static double together(double[] one, double[] other) {
    double first = Moments.of(one).mean();
    double second = Moments.of(other).mean();
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (one[i] - first) * (other[i] - second) / one.length;
    }
    return sum;
  }

  private static double mean(List<Box> boxes, ToDoubleFunction<Box> size) {
    return boxes.stream().mapToDouble(size).average().orElse(Double.NaN);
  }
}
