package io.boxfit.doctor.rule.reading;

import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.ModelTrial;
import io.boxfit.doctor.evidence.Way;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.Words;
import java.util.Optional;

/** Fed with other numbers, or read in another way, the network finds the object. */
public final class AnotherWay implements Rule {

  @Override
  public Optional<Finding> check(Case patient) {
    return patient.evidence().model().flatMap(trial -> trial.better().map(w -> found(trial, w)));
  }

  private static Finding found(ModelTrial trial, Way better) {
    Way claimed = trial.claimed();
    boolean fed = !better.preprocessing().equals(claimed.preprocessing());
    boolean read = !better.reading().equals(claimed.reading());
    String how =
        (fed ? "Fed with " + better.preprocessing() : "")
            + (fed && read ? " and read as " : read ? "Read as " : "")
            + (read ? better.reading().words() : "");
    String instead =
        (fed ? "fed with " + claimed.preprocessing() : "")
            + (fed && read ? " and read as " : read ? "read as " : "")
            + (read ? claimed.reading().words() : "");
    return Finding.suspected(
        fed ? Condition.WRONG_PREPROCESSING : Condition.WRONG_READING,
        better.confirmed() >= 0.5 ? 0.97 : 0.85,
        how
            + ", your mean IoU is "
            + Words.figure(better.confirmed())
            + " instead of "
            + Words.figure(claimed.confirmed())
            + " "
            + instead
            + (trial.said() ? "" : " (the usual way: --preprocessing and --reading say yours)")
            + ".");
  }
}
