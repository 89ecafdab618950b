package io.boxfit.doctor.rule.training;

import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.Words;
import java.util.Optional;

/**
 * Adadelta with a learning rate of at most 0.01: Keras's default is a thousandth of the paper's. Or
 * Adagrad with one of at most 0.002: Keras's default is a tenth of PyTorch's.
 */
public final class OptimizerDefault implements Rule {
  private static final double ADADELTA = 0.01;
  private static final double ADAGRAD = 0.002;

  @Override
  public Optional<Finding> check(Case patient) {
    String optimizer = patient.setup().optimizer();
    double rate = patient.setup().learningRate().orElse(1);
    if (patient.good()) {
      return Optional.empty();
    }
    if (optimizer.contains("adadelta") && rate <= ADADELTA) {
      return found(patient, "Adadelta", rate, "its paper has none, that is 1.");
    }
    boolean batches =
        patient
            .evidence()
            .trace()
            .map(trace -> trace.start())
            .filter(told -> told.batchSize() > 0 && told.samples() > told.batchSize())
            .isPresent();
    if (optimizer.contains("rprop") && !optimizer.contains("rms") && batches) {
      return Optional.of(
          Finding.suspected(
              Condition.OPTIMIZER_DEFAULT,
              patient.sure(0.85),
              "The optimiser is Rprop, which goes by the signs of gradients of all samples at once,"
                  + " and is given batches."));
    }
    return optimizer.contains("adagrad") && rate <= ADAGRAD
        ? found(patient, "Adagrad", rate, "its steps shrink from there on; PyTorch begins at 0.01.")
        : Optional.empty();
  }

  private static Optional<Finding> found(Case patient, String name, double rate, String usual) {
    return Optional.of(
        Finding.suspected(
            Condition.OPTIMIZER_DEFAULT,
            patient.sure(0.9),
            "The optimiser is "
                + name
                + " with a learning rate of "
                + Words.rough(rate)
                + "; "
                + usual));
  }
}
