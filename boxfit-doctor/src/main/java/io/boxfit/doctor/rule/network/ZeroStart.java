package io.boxfit.doctor.rule.network;

import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.Words;
import java.util.Optional;

/** Kernels start as one number, or units as copies of each other: they stay the same. */
public final class ZeroStart implements Rule {

  private static final double COPIES = 0.5;

  @Override
  public Optional<Finding> check(Case patient) {
    return equal(patient).or(() -> copied(patient));
  }

  private static Optional<Finding> copied(Case patient) {
    return patient
        .setup()
        .anatomy()
        .copied(COPIES)
        .filter(layer -> patient.couldBeBetter())
        .map(
            layer ->
                Finding.suspected(
                    Condition.ZERO_START,
                    patient.sure(0.95),
                    Words.percent(layer.copies().orElseThrow())
                        + " of the units of "
                        + layer.name()
                        + " start with the weights of another one and learn what it learns."));
  }

  private static Optional<Finding> equal(Case patient) {
    return patient.setup().equalStart() && patient.failingOrUntrained()
        ? Optional.of(
            Finding.suspected(
                Condition.ZERO_START,
                0.97,
                "A kernel starts with one and the same number everywhere."))
        : Optional.empty();
  }
}
