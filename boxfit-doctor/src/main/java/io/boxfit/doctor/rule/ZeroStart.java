package io.boxfit.doctor.rule;

import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import java.util.Optional;

/** Kernels start as one number, so that all units of a layer stay the same. */
final class ZeroStart implements Rule {

  @Override
  public Optional<Finding> check(Case patient) {
    return patient.setup().equalStart() && patient.failingOrUntrained()
        ? Optional.of(
            Finding.suspected(
                Condition.ZERO_START,
                0.97,
                "A kernel starts with one and the same number everywhere."))
        : Optional.empty();
  }
}
