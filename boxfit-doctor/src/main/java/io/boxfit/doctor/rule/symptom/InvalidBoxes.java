package io.boxfit.doctor.rule.symptom;

import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.Predictions;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.Words;
import java.util.Optional;

/** At least a fifth of the boxes is inverted or empty. A network that learned has next to none. */
public final class InvalidBoxes implements Rule {
  @Override
  public Optional<Finding> check(Case patient) {
    return patient.evidence().predictions().flatMap(InvalidBoxes::look);
  }

  private static Optional<Finding> look(Predictions predictions) {
    double share = predictions.improper();
    return share < Predictions.MANY_IMPROPER
        ? Optional.empty()
        : Optional.of(
            Finding.seen(
                Condition.INVALID_BOXES,
                Words.percent(share)
                    + " of the predicted boxes are inverted or empty: right is not to the right of"
                    + " left, or bottom not below top."));
  }
}
