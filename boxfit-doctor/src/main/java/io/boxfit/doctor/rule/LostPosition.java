package io.boxfit.doctor.rule;

import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.Anatomy;
import java.util.Optional;

/**
 * What a network is built of lets no position through: a dropout of three quarters or more (UMLAUT
 * warns from a half on, which boxes often stand), and the boxes are not good; fewer than four
 * numbers for four sides, or a pool over the whole map, and the boxes fail or are poor. (A layer of
 * one number may be another head beside the boxes.)
 */
final class LostPosition implements Rule {
  private static final double DROPPED = 0.75;
  private static final long SIDES = 4;

  @Override
  public Optional<Finding> check(Case patient) {
    Anatomy network = patient.setup().anatomy();
    if (patient.good() || patient.untrained()) {
      return Optional.empty();
    }
    return dropped(network)
        .or(
            () ->
                patient.failingOrPoor()
                    ? narrow(network).or(() -> pooled(network))
                    : Optional.empty());
  }

  private static Optional<Finding> dropped(Anatomy network) {
    double share = network.dropout().orElse(0);
    return share < DROPPED
        ? Optional.empty()
        : Optional.of(
            Finding.suspected(
                Condition.DROPOUT_TOO_HIGH,
                0.82,
                "A dropout sets "
                    + Words.percent(share)
                    + " of its numbers to zero: in training hardly anything of the picture comes"
                    + " through."));
  }

  private static Optional<Finding> narrow(Anatomy network) {
    return network
        .narrowest()
        .filter(layer -> layer.units().orElseThrow() < SIDES)
        .map(
            layer ->
                Finding.suspected(
                    Condition.HEAD_TOO_SMALL,
                    0.9,
                    "All four sides must pass through the "
                        + layer.units().orElseThrow()
                        + " numbers of "
                        + layer.name()
                        + "."));
  }

  private static Optional<Finding> pooled(Anatomy network) {
    return network
        .globalPool()
        .map(
            layer ->
                Finding.suspected(
                    Condition.POSITION_LOST,
                    0.8,
                    layer.name()
                        + " ("
                        + layer.kind()
                        + ") makes one number of each map, wherever on it something is."));
  }
}
