package io.boxfit.doctor.reading;

import io.boxfit.core.box.Box;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Four numbers that go along with the sides and have neither their size nor their place: they were
 * trained with a mean and a deviation taken off, or stretched between their least and their
 * greatest, and not brought back.
 *
 * @param sides how each is brought back, in the order of a box
 */
record Standardised(List<Line> sides) {
  static final String WORDS = "less a mean and over a deviation, which were not put back";

  /** Of their deviation: a side that lies in a picture is 1.5 and more away from 0. */
  private static final double ABOUT_ZERO = 0.5;

  private static final double FOLLOWS = 0.9;
  private static final double CLOSELY = 0.95;
  private static final double AS_FAR = 1.02;
  private static final double NEARLY = 0.02;

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
    return SIDES.stream().allMatch(side -> liesAboutZero(said.stream().mapToDouble(side).toArray()))
        ? lines(said, truth, FOLLOWS)
        : Optional.empty();
  }

  /** Empty where some side does not follow closely: what is off is off by the same. */
  static Optional<Standardised> closely(List<Box> said, List<Box> truth) {
    return lines(said, truth, CLOSELY).filter(Standardised::goesAsFar);
  }

  /** Empty where some side does not follow, or does not go from just 0 to just 1. */
  static Optional<Standardised> fromNoughtToOne(List<Box> said, List<Box> truth) {
    return fillsTheUnit(said) ? lines(said, truth, FOLLOWS) : Optional.empty();
  }

  private static boolean fillsTheUnit(List<Box> said) {
    return SIDES.stream()
        .map(side -> said.stream().mapToDouble(side).summaryStatistics())
        .allMatch(s -> Math.abs(s.getMin()) < NEARLY && Math.abs(s.getMax() - 1) < NEARLY);
  }

  /** What is drawn towards the mean goes less far: that is no matter of reading. */
  private boolean goesAsFar() {
    return sides.stream().allMatch(side -> side.slope() <= AS_FAR);
  }

  private static Optional<Standardised> lines(List<Box> said, List<Box> truth, double follows) {
    List<Line> lines =
        SIDES.stream()
            .flatMap(
                side ->
                    Line.between(
                        said.stream().mapToDouble(side).toArray(),
                        truth.stream().mapToDouble(side).toArray(),
                        follows)
                        .stream())
            .toList();
    return lines.size() == SIDES.size() ? Optional.of(new Standardised(lines)) : Optional.empty();
  }

  private static boolean liesAboutZero(double[] numbers) {
    double mean = Arrays.stream(numbers).average().orElse(Double.NaN);
    double square = Arrays.stream(numbers).map(x -> (x - mean) * (x - mean)).average().orElse(0);
    return Math.abs(mean) < ABOUT_ZERO * Math.sqrt(square);
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

    private static Optional<Line> between(double[] said, double[] truth, double follows) {
      double from = Arrays.stream(said).average().orElse(Double.NaN);
      double to = Arrays.stream(truth).average().orElse(Double.NaN);
      double both = 0;
      double own = 0;
      double others = 0;
      for (int i = 0; i < said.length; i++) {
        double x = said[i] - from;
        double y = truth[i] - to;
        both += x * y;
        own += x * x;
        others += y * y;
      }
      double slope = both / own;
      return both / Math.sqrt(own * others) >= follows
          ? Optional.of(new Line(slope, to - slope * from))
          : Optional.empty();
    }
  }
}
