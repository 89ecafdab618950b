package io.boxfit.doctor.rule;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.TraceHistory;
import java.util.List;
import java.util.Optional;

/**
 * Steps too large: the loss jumps up within the first steps and never comes back below where it
 * began. Steps too small: half of the steps move no layer by more than 0.00015 of its weights.
 */
final class LearningRate implements Rule {
  /** The steps in which a jump is looked for. */
  private static final int FIRST = 20;

  private static final double JUMP = 1.5;

  /**
   * TheDeepChecker has 1e-4; the benchmark's slow trainings reach 1.1e-4, others begin at 2.4e-4.
   */
  private static final double SLOW = 1.5e-4;

  private static final int ENOUGH = 20;

  @Override
  public Optional<Finding> check(Case patient) {
    return patient
        .evidence()
        .trace()
        .filter(trace -> patient.failing() && trace.steps().size() >= ENOUGH)
        .flatMap(trace -> tooHigh(trace).or(() -> tooLow(trace)));
  }

  private static Optional<Finding> tooHigh(TraceHistory trace) {
    List<TraceEvent.Step> steps = trace.steps();
    double first = steps.get(0).loss();
    double last = steps.get(steps.size() - 1).loss();
    TraceEvent.Step worst = steps.get(0);
    for (TraceEvent.Step step : steps.subList(0, Math.min(FIRST, steps.size()))) {
      worst = step.loss() > worst.loss() ? step : worst;
    }
    boolean never = Double.isNaN(last) || last > first;
    if (!(first > 0) || !(worst.loss() > JUMP * first) || !never) {
      return Optional.empty();
    }
    double moved = largestUpdate(steps.subList(0, Math.min(FIRST, steps.size())));
    return Optional.of(
        Finding.suspected(
                Condition.LEARNING_RATE_TOO_HIGH,
                moved > 0.01 ? 0.9 : 0.75,
                "The loss jumped from "
                    + Words.rough(first)
                    + " to "
                    + Words.rough(worst.loss())
                    + " in step "
                    + worst.step()
                    + " and did not come back"
                    + (moved > 0
                        ? "; one of the first steps moved a layer by "
                            + Words.percent(moved)
                            + " of its weights."
                        : "."))
            .since(worst.step()));
  }

  /** Whether the loss jumps up within the first steps. */
  static boolean jumps(TraceHistory trace) {
    List<TraceEvent.Step> first = trace.steps().subList(0, Math.min(FIRST, trace.steps().size()));
    return first.stream().anyMatch(step -> step.loss() > JUMP * first.get(0).loss());
  }

  private static Optional<Finding> tooLow(TraceHistory trace) {
    double[] moved =
        trace.lookedAt().stream()
            .mapToDouble(step -> largestUpdate(List.of(step)))
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    if (moved.length < ENOUGH || moved[moved.length / 2] == 0 || moved[moved.length / 2] > SLOW) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.suspected(
            Condition.LEARNING_RATE_TOO_LOW,
            0.85,
            "Half of the steps move no layer by more than "
                + Words.rough(moved[moved.length / 2])
                + " of its weights."));
  }

  private static double largestUpdate(List<TraceEvent.Step> steps) {
    return steps.stream()
        .flatMap(step -> step.layers().values().stream())
        .mapToDouble(TraceEvent.LayerState::updateRatio)
        .max()
        .orElse(0);
  }
}
