package io.boxfit.doctor.reading;

import io.boxfit.core.box.Box;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What boxes are off by, all by the same: pixels of a picture of another size, or a corner that
 * numbers are measured from. (Boxes that are drawn towards the mean are off by neither.)
 *
 * @param times by which they are too small
 * @param across px by which they lie too far left, after that
 * @param down px by which they lie too far up, after that
 */
record Shift(double times, double across, double down) {
  /** Sizes of pictures differ by more than what an unfinished training leaves. */
  private static final double LARGER = 1.25;

  private static final double SAME = 0.1;

  Box of(Box box) {
    return new Box(
        times * box.xMin() + across,
        times * box.yMin() + down,
        times * box.xMax() + across,
        times * box.yMax() + down);
  }

  String words() {
    return times != 1
        ? String.format(Locale.ROOT, "pixels of a picture %.2f times as large", 1 / times)
        : String.format(
            Locale.ROOT, "measured from a corner %.0f px across and %.0f px down", across, down);
  }

  /** Empty where boxes go less or more far than their objects and are not as much smaller. */
  static Optional<Shift> between(List<Box> said, List<Box> truth) {
    double across = spread(truth, Box::centerX) / spread(said, Box::centerX);
    double down = spread(truth, Box::centerY) / spread(said, Box::centerY);
    double wide = mean(truth, Box::width) / mean(said, Box::width);
    double times = (across + down) / 2;
    if (!(Math.abs(across - down) < SAME * times) || !(Math.abs(wide - times) < 2 * SAME * times)) {
      return Optional.empty();
    }
    boolean zoomed = times > LARGER || times < 1 / LARGER;
    double zoom = zoomed ? times : 1;
    return zoomed || Math.abs(times - 1) < SAME
        ? Optional.of(
            new Shift(
                zoom,
                zoomed ? 0 : mean(truth, Box::centerX) - mean(said, Box::centerX),
                zoomed ? 0 : mean(truth, Box::centerY) - mean(said, Box::centerY)))
        : Optional.empty();
  }

  static double mean(List<Box> boxes, ToDoubleFunction<Box> what) {
    return boxes.stream().mapToDouble(what).average().orElse(Double.NaN);
  }

  static double spread(List<Box> boxes, ToDoubleFunction<Box> what) {
    double mean = mean(boxes, what);
    return Math.sqrt(
        boxes.stream().mapToDouble(b -> Math.pow(what.applyAsDouble(b) - mean, 2)).sum());
  }
}
