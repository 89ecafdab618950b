package io.boxfit.doctor.rule.training;

import io.boxfit.core.trace.Look;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.Penalty;
import io.boxfit.doctor.evidence.TraceHistory;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.Words;
import io.boxfit.model.optimizer.AdamW;
import io.boxfit.model.recipe.Recipe;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Weights that are drawn to zero harder than the loss draws them to anything. */
public final class WeightDecay implements Rule {
  /**
   * Where the decay is a part of the gradient; PyTorch's and Keras's examples have 1e-4 to 1e-2.
   */
  private static final double IN_GRADIENT = 0.05;

  /** Where it stands beside Adam's step, whose size is 1: it holds weights below its inverse. */
  private static final double BESIDE = 3;

  /** Of what they began with; the benchmark's healthy weights grow. */
  private static final double SHRUNK = 0.2;

  private static final double GONE = 0.05;

  private static final double MOSTLY = 2;
  private static final double LESS = 0.8;
  private static final int ENOUGH = 10;
  private static final double TINY = 1e-12;

  @Override
  public Optional<Finding> check(Case patient) {
    return told(patient).or(() -> shrunk(patient)).or(() -> penalised(patient));
  }

  /** Whatever asks for it: a penalty may be a part of the loss. */
  private static Optional<Finding> shrunk(Case patient) {
    return patient
        .evidence()
        .trace()
        .filter(trace -> patient.failing() && trace.lookedAt().size() >= ENOUGH)
        .filter(trace -> largestLeft(trace) < SHRUNK || middleLeft(trace) < GONE)
        .map(
            trace ->
                Finding.suspected(
                    Condition.WEIGHT_DECAY_TOO_HIGH,
                    0.84,
                    (largestLeft(trace) < SHRUNK
                            ? "No layer has more than " + Words.percent(largestLeft(trace))
                            : "Half of the layers have no more than "
                                + Words.percent(middleLeft(trace)))
                        + " of the size of its first weights left: something draws them to zero"
                        + " harder than the boxes need them."));
  }

  /** Most of the first loss is no error of a box, and all weights shrink. */
  private static Optional<Finding> penalised(Case patient) {
    return patient
        .evidence()
        .trace()
        .filter(trace -> patient.couldBeBetter() && isPenalised(trace))
        .map(
            trace ->
                Finding.suspected(
                    Condition.WEIGHT_DECAY_TOO_HIGH,
                    patient.sure(0.87),
                    "The first loss is "
                        + Words.rough(Penalty.times(trace))
                        + " times what the boxes cost, and no layer has more than "
                        + Words.percent(largestLeft(trace))
                        + " of the size of its first weights left: most of the loss is a penalty of"
                        + " the weights."));
  }

  /** A sum of several errors is large, too, and no weight shrinks by it. */
  static boolean isPenalised(TraceHistory trace) {
    return trace.lookedAt().size() >= ENOUGH
        && Penalty.times(trace) > MOSTLY
        && largestLeft(trace) < LESS;
  }

  /** Of all layers with a kernel; 1 where it is not told. */
  private static double largestLeft(TraceHistory trace) {
    double[] left = left(trace);
    return left.length == 0 ? 1 : left[left.length - 1];
  }

  private static double middleLeft(TraceHistory trace) {
    double[] left = left(trace);
    return left.length == 0 ? 1 : left[left.length / 2];
  }

  private static double[] left(TraceHistory trace) {
    List<TraceEvent.Step> steps = trace.lookedAt();
    Map<String, TraceEvent.LayerState> first = steps.get(0).layers();
    Map<String, TraceEvent.LayerState> last = steps.get(steps.size() - 1).layers();
    return first.keySet().stream()
        .filter(last::containsKey)
        .mapToDouble(
            name ->
                last.get(name).norm().orElse(1) / Math.max(first.get(name).norm().orElse(1), TINY))
        .sorted()
        .toArray();
  }

  private static Optional<Finding> told(Case patient) {
    Optional<Double> told =
        patient
            .evidence()
            .recipe()
            .map(Recipe::optimizer)
            .filter(AdamW.class::isInstance)
            .map(optimizer -> ((AdamW) optimizer).weightDecay())
            .or(
                () ->
                    patient
                        .evidence()
                        .trace()
                        .flatMap(trace -> trace.forward())
                        .map(Look.Forward::optimizer)
                        .map(settings -> settings.get("weight_decay")));
    // Keras's optimisers all have it beside the step.
    boolean beside =
        patient.setup().optimizer().contains("adamw")
            || patient
                .evidence()
                .trace()
                .filter(trace -> trace.start().framework().startsWith("Keras"))
                .isPresent();
    return told.filter(decay -> decay >= (beside ? BESIDE : IN_GRADIENT))
        .filter(decay -> patient.untrained() || patient.couldBeBetter())
        .map(
            decay ->
                Finding.suspected(
                    Condition.WEIGHT_DECAY_TOO_HIGH,
                    patient.untrained() ? 0.8 : patient.sure(0.86),
                    "The optimiser's weight decay is " + Words.rough(decay) + "."));
  }
}
