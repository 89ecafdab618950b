package io.boxfit.doctor.rule.training;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.Flows;
import io.boxfit.doctor.evidence.TraceHistory;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Steps too small: half of them move no layer by more than 0.00015 of its weights; or by 0.0005,
 * and what is learned goes on growing; or half of the layers hardly move; or the rate fell too
 * early. Not told where steps are too large.
 */
public final class LearningRateTooLow implements Rule {
  /**
   * TheDeepChecker has 1e-4; the benchmark's slow trainings reach 1.1e-4, others begin at 2.4e-4.
   */
  private static final double SLOW = 1.5e-4;

  /** The benchmark's healthy trainings begin at 1.7e-3. */
  private static final double SLOWISH = 5e-4;

  /** Of its peak, half way; a cosine is at a half there, usual steps at a tenth. */
  private static final double FADED = 0.02;

  private static final int ENOUGH = 20;

  /** Half of the layers of the benchmark's healthy trainings move by 4e-4 and more. */
  private static final double HARDLY = 5e-5;

  private static final int FEW = 3;

  @Override
  public Optional<Finding> check(Case patient) {
    return patient
        .evidence()
        .trace()
        .filter(trace -> patient.couldBeBetter() && trace.steps().size() >= ENOUGH)
        .filter(trace -> new LearningRateTooHigh().check(patient).isEmpty())
        .flatMap(
            trace ->
                fades(patient, trace)
                    .or(() -> tooLow(patient, trace))
                    .or(() -> partTooLow(patient, trace)));
  }

  /** Most layers hardly move though their gradients are sound: a rate of their own, far smaller. */
  private static Optional<Finding> partTooLow(Case patient, TraceHistory trace) {
    Map<String, List<Double>> moved = new LinkedHashMap<>();
    trace
        .lookedAt()
        .forEach(
            step ->
                step.layers()
                    .forEach(
                        (name, state) ->
                            moved
                                .computeIfAbsent(name, key -> new ArrayList<>())
                                .add(state.updateRatio())));
    double[] layers =
        moved.values().stream().mapToDouble(LearningRateTooLow::median).sorted().toArray();
    double middle = layers.length < FEW ? 1 : layers[layers.length / 2];
    return middle == 0
            || middle >= HARDLY
            || patient.has(Condition.DEAD_GRADIENT)
            || Flows.of(trace).vanishesAtOnce()
        ? Optional.empty()
        : Optional.of(
            Finding.suspected(
                Condition.LEARNING_RATE_TOO_LOW,
                patient.sure(0.8),
                "Half of the layers move by no more than "
                    + Words.rough(middle)
                    + " of their weights in a usual step, another one by "
                    + Words.rough(layers[layers.length - 1])
                    + ": they have a learning rate of their own."));
  }

  private static double median(List<Double> values) {
    double[] sorted =
        values.stream().mapToDouble(value -> value).filter(Double::isFinite).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  /** A schedule that is over before the training is. */
  private static Optional<Finding> fades(Case patient, TraceHistory trace) {
    List<TraceEvent.Step> steps = trace.steps();
    double peak = steps.stream().mapToDouble(TraceEvent.Step::learningRate).max().orElse(0);
    long last = steps.get(steps.size() - 1).step();
    double half =
        steps.stream()
            .filter(step -> 2 * step.step() >= last)
            .findFirst()
            .orElseThrow()
            .learningRate();
    return peak > 0 && half < FADED * peak
        ? Optional.of(
            Finding.suspected(
                Condition.LEARNING_RATE_TOO_LOW,
                patient.sure(0.86),
                "Half way the learning rate had fallen from "
                    + Words.rough(peak)
                    + " to "
                    + Words.rough(half)
                    + ": what came after moved nothing."))
        : Optional.empty();
  }

  private static Optional<Finding> tooLow(Case patient, TraceHistory trace) {
    double[] moved =
        trace.lookedAt().stream()
            .mapToDouble(step -> LearningRateTooHigh.largestUpdate(List.of(step)))
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    double middle = moved.length < ENOUGH ? 0 : moved[moved.length / 2];
    double slow = patient.failing() || Unfinished.growing(trace) ? SLOWISH : SLOW;
    // What has no gradient does not move by any rate.
    if (middle == 0 || middle > slow || patient.has(Condition.DEAD_GRADIENT)) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.suspected(
            Condition.LEARNING_RATE_TOO_LOW,
            patient.sure(middle > SLOW ? 0.7 : 0.85),
            "Half of the steps move no layer by more than "
                + Words.rough(middle)
                + " of its weights."));
  }
}
