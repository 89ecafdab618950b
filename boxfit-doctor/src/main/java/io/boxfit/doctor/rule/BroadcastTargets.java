package io.boxfit.doctor.rule;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import java.util.List;
import java.util.Optional;

/**
 * Outputs and targets of other shapes that are stretched to a common one of more numbers than
 * either: each output stands beside the targets of all samples, and the mean of them is the best
 * answer.
 */
final class BroadcastTargets implements Rule {

  @Override
  public Optional<Finding> check(Case patient) {
    return patient
        .evidence()
        .trace()
        .filter(trace -> patient.failingOrPoor())
        .flatMap(trace -> trace.inputs())
        .filter(told -> stretched(told.outputShape(), told.targetShape()))
        .map(BroadcastTargets::finding);
  }

  /** Whether both can be brought to one shape, which holds more numbers than either. */
  private static boolean stretched(List<Long> outputs, List<Long> targets) {
    long common = 1;
    for (int i = 1; i <= Math.max(outputs.size(), targets.size()); i++) {
      long one = i <= outputs.size() ? outputs.get(outputs.size() - i) : 1;
      long other = i <= targets.size() ? targets.get(targets.size() - i) : 1;
      if (one != other && one != 1 && other != 1) {
        return false;
      }
      common *= Math.max(one, other);
    }
    return !outputs.isEmpty()
        && !targets.isEmpty()
        && common > Math.max(numbers(outputs), numbers(targets));
  }

  private static long numbers(List<Long> shape) {
    return shape.stream().reduce(1L, (a, b) -> a * b);
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
