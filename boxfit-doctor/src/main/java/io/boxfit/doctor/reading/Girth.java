package io.boxfit.doctor.reading;

import io.boxfit.core.box.Box;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Boxes of the right middle that are all too small, or too large, by the same: halves taken for
 * wholes, sizes that were scaled by something else than places.
 *
 * @param wide by which they are too narrow
 * @param high by which they are too low
 */
record Girth(double wide, double high) {
  /** Networks that were trained too little, or with a margin, are off by less. */
  private static final double FAR = 1.8;

  Box of(Box box) {
    double x = wide * box.width() / 2;
    double y = high * box.height() / 2;
    return new Box(box.centerX() - x, box.centerY() - y, box.centerX() + x, box.centerY() + y);
  }

  String words() {
    return String.format(
        Locale.ROOT,
        "boxes about the right middle, %.2f times as wide and %.2f times as high as they should be",
        1 / wide,
        1 / high);
  }

  /** Empty where sizes are not far off. */
  static Optional<Girth> between(List<Box> said, List<Box> truth) {
    double wide = times(said, truth, Box::width);
    double high = times(said, truth, Box::height);
    return far(wide) && far(high) ? Optional.of(new Girth(wide, high)) : Optional.empty();
  }

  private static double times(List<Box> said, List<Box> truth, ToDoubleFunction<Box> size) {
    return Shift.mean(truth, size) / Shift.mean(said, size);
  }

  private static boolean far(double times) {
    return times > FAR || (times > 0 && times < 1 / FAR);
  }
}
