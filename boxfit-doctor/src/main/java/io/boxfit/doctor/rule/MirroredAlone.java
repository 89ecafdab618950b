package io.boxfit.doctor.rule;

import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import java.util.Optional;

/**
 * One axis is not followed while the other is: what pictures tell along it was contradicted by
 * their boxes, as where pictures are mirrored and their boxes are not.
 */
final class MirroredAlone implements Rule {

  @Override
  public Optional<Finding> check(Case patient) {
    return patient.has(Condition.ONE_AXIS_ONLY)
        ? Optional.of(
            Finding.suspected(
                Condition.MIRRORED_ALONE,
                patient.evidence().trace().isPresent() ? 0.72 : 0.62,
                "A network that sees one axis sees the other: along it the boxes that it was given"
                    + " did not belong to the pictures."))
        : Optional.empty();
  }
}
