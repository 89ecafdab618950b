package io.boxfit.doctor.rule;

import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import java.util.Optional;

/** Fewer predictions than can be judged. */
final class TooFewSamples implements Rule {

  @Override
  public Optional<Finding> check(Case patient) {
    return patient
        .evidence()
        .predictions()
        .filter(p -> p.size() < Stillness.ENOUGH)
        .map(
            p ->
                Finding.suspected(
                    Condition.TOO_FEW_SAMPLES,
                    1,
                    "There are "
                        + p.size()
                        + " predictions; whether a box moves can be told from "
                        + Stillness.ENOUGH
                        + " on."));
  }
}
