package io.boxfit.doctor.rule.network;

import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.Words;
import java.util.Optional;

/**
 * Dropouts that set 0.6 or more to zero, one after another (UMLAUT warns from a half on, which
 * boxes often stand).
 */
public final class DropoutTooHigh implements Rule {
  private static final double DROPPED = 0.6;

  @Override
  public Optional<Finding> check(Case patient) {
    double dropped = patient.setup().anatomy().dropped();
    return dropped >= DROPPED && (patient.untrained() || patient.couldBeBetter())
        ? Optional.of(
            Finding.suspected(
                Condition.DROPOUT_TOO_HIGH,
                patient.sure(0.82),
                "Dropout sets "
                    + Words.percent(dropped)
                    + " of the numbers to zero: in training hardly anything of the picture comes"
                    + " through."))
        : Optional.empty();
  }
}
