package io.boxfit.doctor.rule.training;

import io.boxfit.core.trace.Look;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.LossCurve;
import io.boxfit.doctor.evidence.ProbeLoss;
import io.boxfit.doctor.evidence.SameNumbers;
import io.boxfit.doctor.evidence.TraceHistory;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.Words;
import io.boxfit.model.loss.LossName;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Outputs and targets of other shapes that are stretched to a common one of more numbers than
 * either: each output stands beside the targets of all samples, and the mean of them is the best
 * answer.
 */
public final class BroadcastTargets implements Rule {
  private static final int ENOUGH = 10;

  /** Exactly 1 where each output is compared with its own target. */
  private static final double CANCELLED = 0.6;

  private static final double VARIES = 0.15;
  private static final double NOTHING = 0.25;

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
                    .or(() -> oneNumber(patient))
                    .or(
                        () ->
                            WeightDecay.isPenalised(trace) || trace.jumpsAtFirst()
                                ? Optional.empty()
                                : (patient.failing() ? cancelled(trace) : Optional.<Finding>empty())
                                    .or(() -> meanForNothing(patient, trace))));
  }

  /** All four outputs say one number, which is not always the same: they had one target. */
  private static Optional<Finding> oneNumber(Case patient) {
    return patient
        .evidence()
        .predictions()
        .filter(seen -> seen.size() >= ENOUGH && SameNumbers.in(seen))
        .map(
            seen ->
                Finding.suspected(
                    Condition.TARGETS_BROADCAST,
                    0.92,
                    "The four numbers of a box are one and the same, another one for each picture:"
                        + " all outputs were compared with one number of the truth."));
  }

  /** A mean box costs what boxes differ by, if it is compared with them. */
  private static Optional<Finding> meanForNothing(Case patient, TraceHistory trace) {
    boolean varied =
        trace.forward().map(Look.Forward::targets).orElse(List.of()).stream()
            .anyMatch(column -> column.deviation() > 0);
    if (!varied || !patient.has(Condition.MEAN_BOX)) {
      return Optional.empty();
    }
    LossCurve curve = LossCurve.of(trace.steps());
    return ProbeLoss.of(trace, curve)
        .filter(probe -> curve.last() < NOTHING * probe.mean())
        .map(
            probe ->
                Finding.suspected(
                    Condition.TARGETS_BROADCAST,
                    0.86,
                    "The mean box costs "
                        + Words.rough(curve.last())
                        + " in training, where compared with each sample's own target it would"
                        + " cost "
                        + Words.rough(probe.mean())
                        + ": outputs are compared with the mean of the targets."));
  }

  /**
   * The gradient of a mean of squares is as large as its root, that of a mean of distances always
   * the same. Where each output is compared with the targets of all samples, pulls to and fro
   * cancel out while the loss stays what it is.
   */
  private static Optional<Finding> cancelled(TraceHistory trace) {
    String loss = trace.start().loss();
    boolean squares = LossName.isMeanOfSquares(loss);
    if (!squares && !LossName.isMeanOfDistances(loss)) {
      return Optional.empty();
    }
    double[] forces = forces(trace, squares);
    if (forces.length < ENOUGH) {
      return Optional.empty();
    }
    double share = median(Arrays.copyOfRange(forces, forces.length / 2, forces.length)) / forces[0];
    double ofSquares = squares ? median(forces) * numbers(trace) / 2 : 1;
    boolean weak = share < CANCELLED || (ofSquares < CANCELLED && varies(forces));
    return weak
        ? Optional.of(
            Finding.suspected(
                Condition.TARGETS_BROADCAST,
                0.9,
                "The loss pulls at the outputs with "
                    + Words.percent(Math.min(share, ofSquares))
                    + " of the force that a mean of "
                    + (squares ? "squares" : "distances")
                    + " of this size has: as where each output is compared with the targets of all"
                    + " samples."))
        : Optional.empty();
  }

  /** Of each step that was looked into: how hard the loss pulls, for its size. */
  private static double[] forces(TraceHistory trace, boolean squares) {
    Map<Long, Double> losses = new HashMap<>();
    trace.steps().forEach(step -> losses.put(step.step(), step.loss()));
    return trace.pulls().stream()
        .filter(pull -> losses.getOrDefault(pull.step(), 0.0) > 0 && size(pull) > 0)
        .mapToDouble(pull -> size(pull) / (squares ? Math.sqrt(losses.get(pull.step())) : 1))
        .toArray();
  }

  private static double median(double[] values) {
    double[] sorted = Arrays.stream(values).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  /** One number where a loss is a mean of squares, whatever it is multiplied by. */
  private static boolean varies(double[] forces) {
    double mean = Arrays.stream(forces).average().orElse(0);
    double square = Arrays.stream(forces).map(f -> (f - mean) * (f - mean)).average().orElse(0);
    return Math.sqrt(square) > VARIES * mean;
  }

  /** Outputs of a batch; 1 where it is not told. */
  private static double numbers(TraceHistory trace) {
    return trace.inputs().map(told -> told.outputShape()).map(BroadcastTargets::numbers).orElse(1L);
  }

  private static double size(Look.Pull pull) {
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
