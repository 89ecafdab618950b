package io.boxfit.doctor.rule;

import io.boxfit.core.box.Box;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.Predictions;
import java.util.List;
import java.util.Optional;

/** At least a fifth of the boxes is inverted or empty. A network that learned has next to none. */
final class InvalidBoxes implements Rule {
  static final double MANY = 0.2;

  @Override
  public Optional<Finding> check(Case patient) {
    return patient.evidence().predictions().flatMap(InvalidBoxes::look);
  }

  private static Optional<Finding> look(Predictions predictions) {
    double share = share(predictions.predicted());
    return share < MANY
        ? Optional.empty()
        : Optional.of(
            Finding.seen(
                Condition.INVALID_BOXES,
                Words.percent(share)
                    + " of the predicted boxes are inverted or empty: right is not to the right of"
                    + " left, or bottom not below top."));
  }

  /** Of boxes that are numbers. */
  static double share(List<Box> boxes) {
    List<Box> finite = boxes.stream().filter(NotANumber::finite).toList();
    long invalid = finite.stream().filter(box -> !box.isProper()).count();
    return finite.isEmpty() ? 0 : (double) invalid / finite.size();
  }
}
