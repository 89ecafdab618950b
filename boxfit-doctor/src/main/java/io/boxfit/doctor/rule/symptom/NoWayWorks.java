package io.boxfit.doctor.rule.symptom;

import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.ModelTrial;
import io.boxfit.doctor.evidence.Way;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.Words;
import java.util.Optional;

/** However the network is fed and read, it gets no tenth of the way from the one best box on. */
public final class NoWayWorks implements Rule {

  @Override
  public Optional<Finding> check(Case patient) {
    return patient
        .evidence()
        .model()
        .filter(trial -> !trial.others().isEmpty())
        .filter(trial -> !trial.works(trial.claimed()) && trial.better().isEmpty())
        .map(NoWayWorks::finding);
  }

  private static Finding finding(ModelTrial trial) {
    Way best = trial.others().get(0);
    return Finding.seen(
        Condition.NO_WAY_WORKS,
        "Of "
            + trial.tried()
            + " ways to make the input, each read in every way, the best found is "
            + best.preprocessing()
            + ", read as "
            + best.reading().words()
            + ": mean IoU "
            + Words.figure(best.confirmed())
            + " on pictures not used to choose it; the one best box for every picture reaches "
            + Words.figure(trial.baseline())
            + ".");
  }
}
