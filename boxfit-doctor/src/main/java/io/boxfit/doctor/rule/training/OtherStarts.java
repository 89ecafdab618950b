package io.boxfit.doctor.rule.training;

import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.Restarts;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import java.util.Optional;

/** Whether other starts of the same recipe learn where this one is sick. */
public final class OtherStarts implements Rule {

  @Override
  public Optional<Finding> check(Case patient) {
    return patient
        .evidence()
        .restarts()
        .filter(restarts -> patient.failing())
        .map(OtherStarts::finding);
  }

  private static Finding finding(Restarts restarts) {
    String starts = restarts.tried() + " other starts";
    return restarts.learned() > 0
        ? Finding.suspected(
            Condition.UNLUCKY_START,
            0.7,
            "The same recipe learned from " + restarts.learned() + " of " + starts + ".")
        : Finding.suspected(
            Condition.BAD_RECIPE,
            0.6,
            "The same recipe learned from none of " + starts + ": it is not the start.");
  }
}
