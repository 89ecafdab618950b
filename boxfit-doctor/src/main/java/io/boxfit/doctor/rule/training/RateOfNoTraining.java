package io.boxfit.doctor.rule.training;

import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.Words;
import java.util.Optional;
import java.util.Set;

/**
 * A rate that no training stands, known before a step is made: optimisers that bring each gradient
 * to one size move every weight by about their rate in the first step, and weights of usual layers
 * are of some hundredths to tenths (the benchmark's Adam fails at 0.1).
 */
public final class RateOfNoTraining implements Rule {
  private static final Set<String> BY_SIGN = Set.of("adam", "adamw", "nadam", "rmsprop");
  private static final double MOST = 0.1;

  @Override
  public Optional<Finding> check(Case patient) {
    double rate = patient.setup().learningRate().orElse(0);
    return patient.untrained() && BY_SIGN.contains(patient.setup().optimizer()) && rate >= MOST
        ? Optional.of(
            Finding.suspected(
                Condition.LEARNING_RATE_TOO_HIGH,
                0.8,
                "The first step of "
                    + patient.setup().optimizer()
                    + " moves each weight by about its rate, "
                    + Words.rough(rate)
                    + ": as much as or more than weights begin with."))
        : Optional.empty();
  }
}
