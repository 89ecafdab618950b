package io.boxfit.doctor.rule;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import java.util.List;
import java.util.Optional;

/**
 * Outputs and targets of as many numbers, but of other shapes: stretched to a common one, each
 * output stands beside the targets of all samples, and the mean of them is the best answer.
 */
final class BroadcastTargets implements Rule {

  @Override
  public Optional<Finding> check(Case patient) {
    return patient
        .evidence()
        .trace()
        .filter(trace -> patient.failingOrPoor())
        .flatMap(trace -> trace.inputs())
        .filter(told -> !told.outputShape().equals(told.targetShape()))
        .filter(told -> numbers(told.outputShape()) == numbers(told.targetShape()))
        .map(BroadcastTargets::finding);
  }

  /** None of an unknown shape, which is that of a single number otherwise. */
  private static long numbers(List<Long> shape) {
    return shape.isEmpty() ? 0 : shape.stream().reduce(1L, (a, b) -> a * b);
  }

  private static Finding finding(TraceEvent.Inputs told) {
    return Finding.suspected(
        Condition.TARGETS_BROADCAST,
        0.96,
        "Outputs of shape "
            + told.outputShape()
            + " are compared with targets of shape "
            + told.targetShape()
            + ".");
  }
}
