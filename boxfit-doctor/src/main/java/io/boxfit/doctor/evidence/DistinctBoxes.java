package io.boxfit.doctor.evidence;

import io.boxfit.core.box.Box;
import io.boxfit.core.trace.Look;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How many samples are trained that are not the same, by how often their true boxes come again.
 *
 * @param seen boxes that were looked at
 * @param distinct those among them that are not the same
 */
public record DistinctBoxes(int seen, int distinct) {
  private static final int ENOUGH = 256;
  private static final double SHARE = 1 / 3.0;

  /** Where boxes have few places and one size, others come again, too. */
  private static final double VARIED = 0.95;

  private static final double MANY = 1e9;

  /** Empty where fewer than 256 were looked at, or those of the probe are the same, too. */
  public static Optional<DistinctBoxes> of(TraceHistory trace) {
    List<Box> trained =
        trace.trained().stream()
            .map(Look.Trained::truth)
            .flatMap(List::stream)
            .filter(Box::isProper)
            .toList();
    List<Box> others = trace.last().map(Predictions::truth).orElse(List.of());
    boolean varied = !others.isEmpty() && new HashSet<>(others).size() >= VARIED * others.size();
    return varied && trained.size() >= ENOUGH
        ? Optional.of(new DistinctBoxes(trained.size(), Set.copyOf(trained).size()))
        : Optional.empty();
  }

  /** Whether far fewer are trained than are told: a third or less. */
  public boolean areFew(long told) {
    return distinct > 1 && samples() <= SHARE * told;
  }

  /**
   * The number n of samples for which so many draws are expected to give so many that are not the
   * same: n (1 - exp(-seen / n)), if each is as likely at each draw; about a billion where none
   * came twice.
   */
  public double samples() {
    double few = distinct;
    double many = MANY;
    while (many - few > 1e-6 * many) {
      double n = Math.sqrt(few * many);
      if (n * -Math.expm1(-seen / n) < distinct) {
        few = n;
      } else {
        many = n;
      }
    }
    return few;
  }
}
