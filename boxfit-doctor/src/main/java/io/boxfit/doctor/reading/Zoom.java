package io.boxfit.doctor.reading;

import io.boxfit.core.box.Box;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Boxes of a picture that lies in the middle of another one, or the other way round: what was
 * padded to its size, or cut out of it, and not brought back.
 *
 * @param across how many times as wide boxes should be, about the middle
 * @param down the same for their height
 * @param x the middle, px
 * @param y the same, down
 */
record Zoom(double across, double down, double x, double y) {
  /** How much sizes and the places of centres may differ in what they are multiplied by. */
  private static final double AGREE = 0.15;

  private static final double SOME = 0.1;

  Box of(Box box) {
    return new Box(
        x + across * (box.xMin() - x),
        y + down * (box.yMin() - y),
        x + across * (box.xMax() - x),
        y + down * (box.yMax() - y));
  }

  String words() {
    return String.format(
        Locale.ROOT,
        "%.2f times as far from the middle across and %.2f times down (bars beside a picture, or a"
            + " cut out of it)",
        across,
        down);
  }

  /** Empty where nothing is zoomed, or centres go another way than sizes. */
  static Optional<Zoom> between(List<Box> said, List<Box> truth, int width, int height) {
    double across = times(said, truth, Box::width, Box::centerX);
    double down = times(said, truth, Box::height, Box::centerY);
    boolean some = Math.abs(across - 1) > SOME || Math.abs(down - 1) > SOME;
    return some && Double.isFinite(across + down)
        ? Optional.of(new Zoom(across, down, width / 2.0, height / 2.0))
        : Optional.empty();
  }

  /** Not a number where sizes and places do not agree. */
  private static double times(
      List<Box> said, List<Box> truth, ToDoubleFunction<Box> size, ToDoubleFunction<Box> place) {
    double sizes = Shift.mean(truth, size) / Shift.mean(said, size);
    double places = Shift.spread(truth, place) / Shift.spread(said, place);
    return Math.abs(sizes - places) < AGREE * places ? (sizes + places) / 2 : Double.NaN;
  }
}
