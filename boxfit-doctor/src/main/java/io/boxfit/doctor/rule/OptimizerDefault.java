package io.boxfit.doctor.rule;

import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import java.util.Optional;

/**
 * Adadelta with a learning rate of at most 0.01: Keras's default is a thousandth of the paper's.
 */
final class OptimizerDefault implements Rule {
  private static final double UNFIT = 0.01;

  @Override
  public Optional<Finding> check(Case patient) {
    double rate = patient.setup().learningRate().orElse(1);
    return patient.setup().adadelta() && rate <= UNFIT && patient.failingOrUntrained()
        ? Optional.of(
            Finding.suspected(
                Condition.OPTIMIZER_DEFAULT,
                0.9,
                "The optimiser is Adadelta with a learning rate of "
                    + Words.rough(rate)
                    + "; its paper has none, that is 1."))
        : Optional.empty();
  }
}
