package io.boxfit.doctor.rule.data;

import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.Stillness;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import java.util.Optional;

/** Fewer predictions than can be judged. */
public final class TooFewSamples implements Rule {

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
