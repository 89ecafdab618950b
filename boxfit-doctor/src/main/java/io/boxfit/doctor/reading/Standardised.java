package io.boxfit.doctor.reading;

import io.boxfit.core.box.Box;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Four numbers that go along with the sides and have neither their size nor their place: they were
 * trained with a mean and a deviation taken off, and these were not put back.
 *
 * @param sides how each is brought back, in the order of a box
 */
record Standardised(List<Line> sides) {
  static final String WORDS = "less a mean and over a deviation, which were not put back,";

  /** Of their deviation: a side that lies in a picture is 1.5 and more away from 0. */
  private static final double ABOUT_ZERO = 0.5;

  private static final double FOLLOWS = 0.9;
  private static final List<ToDoubleFunction<Box>> SIDES =
      List.of(Box::xMin, Box::yMin, Box::xMax, Box::yMax);

  Box of(Box box) {
    return new Box(
        sides.get(0).of(box.xMin()),
        sides.get(1).of(box.yMin()),
        sides.get(2).of(box.xMax()),
        sides.get(3).of(box.yMax()));
  }

  /** Empty where some side does not follow, or does not lie about 0. */
  static Optional<Standardised> between(List<Box> said, List<Box> truth) {
    List<Line> lines =
        SIDES.stream().flatMap(side -> Line.between(said, truth, side).stream()).toList();
    return lines.size() == SIDES.size() ? Optional.of(new Standardised(lines)) : Optional.empty();
  }

  /**
   * A straight line from what was said of a side to what it is.
   *
   * @param slope of it
   * @param start where it begins
   */
  record Line(double slope, double start) {
    double of(double number) {
      return slope * number + start;
    }

    private static Optional<Line> between(
        List<Box> said, List<Box> truth, ToDoubleFunction<Box> side) {
      double from = mean(said.stream().map(side::applyAsDouble));
      double to = mean(truth.stream().map(side::applyAsDouble));
      double both = 0;
      double own = 0;
      double others = 0;
      for (int i = 0; i < said.size(); i++) {
        double x = side.applyAsDouble(said.get(i)) - from;
        double y = side.applyAsDouble(truth.get(i)) - to;
        both += x * y;
        own += x * x;
        others += y * y;
      }
      double slope = both / own;
      boolean aboutZero = Math.abs(from) < ABOUT_ZERO * Math.sqrt(own / said.size());
      return aboutZero && both / Math.sqrt(own * others) >= FOLLOWS
          ? Optional.of(new Line(slope, to - slope * from))
          : Optional.empty();
    }

    private static double mean(Stream<Double> numbers) {
      return numbers.mapToDouble(number -> number).average().orElse(Double.NaN);
    }
  }
}
