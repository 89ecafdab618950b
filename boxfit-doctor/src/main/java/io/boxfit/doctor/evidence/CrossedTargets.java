package io.boxfit.doctor.evidence;

import io.boxfit.core.box.Box;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Trained boxes whose left side stands right of their right one, or whose top below their bottom,
 * and that would be boxes of usual size if the two changed places.
 *
 * @param across share of the trained samples with left and right exchanged
 * @param down share of them with top and bottom exchanged
 */
public record CrossedTargets(double across, double down) {
  private static final int ENOUGH = 64;
  private static final double SOME = 0.1;

  /** Where all are crossed the four numbers mean something else. */
  private static final double MOST = 0.9;

  /** Of the mean size of the probe's true boxes. */
  private static final double AS_LARGE = 0.35;

  /**
   * Empty where fewer than 64 samples were looked at, or they are no boxes whatever is exchanged.
   */
  public static Optional<CrossedTargets> of(TraceHistory trace) {
    List<Box> trained = trace.trained().stream().flatMap(one -> one.truth().stream()).toList();
    List<Box> others = trace.last().map(Predictions::truth).orElse(List.of());
    return trained.size() < ENOUGH
            || others.isEmpty()
            || !asLarge(trained, others, Box::width)
            || !asLarge(trained, others, Box::height)
        ? Optional.empty()
        : Optional.of(
            new CrossedTargets(crossed(trained, Box::width), crossed(trained, Box::height)));
  }

  private static boolean asLarge(List<Box> some, List<Box> others, ToDoubleFunction<Box> size) {
    return Math.abs(mean(some, size) / mean(others, size) - 1) < AS_LARGE;
  }

  private static double mean(List<Box> boxes, ToDoubleFunction<Box> size) {
    return boxes.stream().mapToDouble(size).map(Math::abs).average().orElse(Double.NaN);
  }

  private static double crossed(List<Box> boxes, ToDoubleFunction<Box> size) {
    return boxes.stream().filter(box -> size.applyAsDouble(box) < 0).count()
        / (double) boxes.size();
  }

  /** Whether some samples are crossed and others are not, along either axis. */
  public boolean areSome() {
    return (across >= SOME && across <= MOST) || (down >= SOME && down <= MOST);
  }
}
