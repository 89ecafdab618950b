package io.boxfit.doctor.evidence;

import io.boxfit.core.box.Box;
import io.boxfit.core.trace.Look;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What became of asking a trained network again, and otherwise, about the same pictures. All but
 * the last three are root mean squares over boxes and sides, as shares of the truth's spread.
 *
 * @param noise between two answers in the modes of the training: what dropout does
 * @param repeated between two answers in use: 0 for a network that says the same twice
 * @param apart between an answer as in training and one in use
 * @param errorInUse between the truth and what is said in use
 * @param errorInTraining between the truth and what is said as in training
 * @param mixed between answers to the pictures in two orders, as a share of what answers spread by:
 *     0 where samples are on their own, or the box stands still
 * @param across how far the box goes to the right for each pixel that the picture does; 1 is right;
 *     empty where it was not tried
 * @param down the same downwards
 */
public record AskedOtherwise(
    double noise,
    double repeated,
    double apart,
    double errorInUse,
    double errorInTraining,
    double mixed,
    OptionalDouble across,
    OptionalDouble down) {

  /** Of the truth's spread; less is rounding. */
  private static final double STILL = 1e-3;

  /** How much more errors are in use than in training. */
  private static final double WORSE = 1.5;

  private static final double APART = 0.1;

  /** Dropout takes other numbers each time, statistics do not. */
  private static final double CALM = 0.25;

  /** Empty where it was not tried, an answer was no number, or true boxes are all the same. */
  public static Optional<AskedOtherwise> of(TraceHistory trace) {
    Optional<Predictions> last = trace.last();
    return trace
        .repeat()
        .filter(told -> last.filter(said -> said.size() == told.use().size()).isPresent())
        .filter(told -> finite(told, last.get()) && differ(last.get()))
        .map(told -> of(told, last.get()));
  }

  /** True boxes of one place leave nothing to measure by. */
  private static boolean differ(Predictions last) {
    return last.size() > 1 && spread(last.truth()) > STILL * Math.min(last.width(), last.height());
  }

  /** Whether boxes fit in training, and not in use: dropout takes other numbers each time. */
  public boolean isOffInUse() {
    return errorInUse > WORSE * errorInTraining && apart >= APART && noise < CALM * apart;
  }

  private static boolean finite(Look.Repeat told, Predictions last) {
    return Stream.of(
            told.use(),
            told.training(),
            told.again(),
            told.reversed(),
            told.moved(),
            last.predicted())
        .flatMap(List::stream)
        .allMatch(box -> Double.isFinite(box.xMin() + box.yMin() + box.xMax() + box.yMax()));
  }

  private static AskedOtherwise of(Look.Repeat told, Predictions last) {
    double spread = spread(last.truth());
    double own = spread(told.use());
    return new AskedOtherwise(
        between(told.training(), told.again()) / spread,
        between(told.use(), last.predicted()) / spread,
        between(told.training(), told.use()) / spread,
        between(told.use(), last.truth()) / spread,
        between(told.training(), last.truth()) / spread,
        own <= STILL * spread ? 0 : between(told.reversed(), told.use()) / own,
        moved(told, last, Box::centerX, Box::xMax, 0, last.width()),
        moved(told, last, Box::centerY, Box::yMax, 1, last.height()));
  }

  private static double spread(List<Box> boxes) {
    double squares = 0;
    for (Side side : Side.values()) {
      squares += Math.pow(side.moments(boxes).deviation(), 2);
    }
    return Math.sqrt(squares / Side.values().length);
  }

  /** 0 where one of them was not asked for. */
  private static double between(List<Box> some, List<Box> others) {
    if (some.isEmpty() || others.isEmpty()) {
      return 0;
    }
    double sum = 0;
    for (int i = 0; i < some.size(); i++) {
      for (Side side : Side.values()) {
        sum += Math.pow(side.of(some.get(i)) - side.of(others.get(i)), 2);
      }
    }
    return Math.sqrt(sum / (some.size() * (double) Side.values().length));
  }

  /** Of objects that stay within the picture. */
  private static OptionalDouble moved(
      Look.Repeat told,
      Predictions last,
      ToDoubleFunction<Box> centre,
      ToDoubleFunction<Box> end,
      int axis,
      double extent) {
    if (told.by().isEmpty() || told.moved().isEmpty() || told.by().get(axis) == 0) {
      return OptionalDouble.empty();
    }
    double by = told.by().get(axis);
    return IntStream.range(0, last.size())
        .filter(i -> end.applyAsDouble(last.truth().get(i)) + by <= extent)
        .mapToDouble(
            i ->
                centre.applyAsDouble(told.moved().get(i)) - centre.applyAsDouble(told.use().get(i)))
        .map(way -> way / by)
        .average();
  }
}
