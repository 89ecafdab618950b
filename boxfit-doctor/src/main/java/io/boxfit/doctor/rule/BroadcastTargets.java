package io.boxfit.doctor.rule;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.TraceHistory;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Outputs and targets of other shapes that are stretched to a common one of more numbers than
 * either: each output stands beside the targets of all samples, and the mean of them is the best
 * answer.
 */
final class BroadcastTargets implements Rule {
  private static final int ENOUGH = 10;

  /** Exactly 1 where each output is compared with its own target. */
  private static final double CANCELLED = 0.6;

  @Override
  public Optional<Finding> check(Case patient) {
    return patient
        .evidence()
        .trace()
        .filter(trace -> patient.failingOrPoor())
        .flatMap(
            trace ->
                trace
                    .inputs()
                    .filter(told -> stretched(told.outputShape(), told.targetShape()))
                    .map(BroadcastTargets::finding)
                    .or(() -> patient.failing() ? cancelled(trace) : Optional.empty()));
  }

  /**
   * The gradient of a mean of squares is as large as its root. Where each output is compared with
   * the targets of all samples, pulls to and fro cancel out while the loss stays what it is.
   */
  private static Optional<Finding> cancelled(TraceHistory trace) {
    if (!trace.start().loss().toLowerCase(Locale.ROOT).contains("mse")) {
      return Optional.empty();
    }
    Map<Long, Double> losses = new HashMap<>();
    trace.steps().forEach(step -> losses.put(step.step(), step.loss()));
    double[] pulls =
        trace.pulls().stream()
            .filter(pull -> losses.getOrDefault(pull.step(), 0.0) > 0)
            .mapToDouble(pull -> size(pull) / Math.sqrt(losses.get(pull.step())))
            .toArray();
    double[] late = Arrays.stream(pulls).skip(pulls.length / 2).sorted().toArray();
    double share = late.length < ENOUGH ? 1 : late[late.length / 2] / pulls[0];
    return share >= CANCELLED
        ? Optional.empty()
        : Optional.of(
            Finding.suspected(
                Condition.TARGETS_BROADCAST,
                0.9,
                "The loss pulls at the outputs with "
                    + Words.percent(share)
                    + " of the force that a mean of squares of this size has: as where each output is"
                    + " compared with the targets of all samples."));
  }

  private static double size(TraceEvent.Pull pull) {
    return Math.sqrt(pull.gradient().stream().mapToDouble(g -> g * g).average().orElse(0));
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
