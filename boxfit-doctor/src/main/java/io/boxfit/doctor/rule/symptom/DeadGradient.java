package io.boxfit.doctor.rule.symptom;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.TraceHistory;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import java.util.List;
import java.util.Optional;

/** From some step on every gradient that was looked at, three or more, is zero in every layer. */
public final class DeadGradient implements Rule {
  private static final int ENOUGH = 3;

  @Override
  public Optional<Finding> check(Case patient) {
    return patient.evidence().trace().flatMap(DeadGradient::look);
  }

  private static Optional<Finding> look(TraceHistory trace) {
    List<TraceEvent.Step> steps = trace.lookedAt();
    int from = steps.size();
    while (from > 0 && dead(steps.get(from - 1))) {
      from--;
    }
    if (steps.size() - from < ENOUGH) {
      return Optional.empty();
    }
    long since = steps.get(from).step();
    return Optional.of(
        Finding.seen(
                Condition.DEAD_GRADIENT,
                "From step " + since + " on no layer has a gradient: no weight can move.")
            .since(since));
  }

  private static boolean dead(TraceEvent.Step step) {
    return step.layers().values().stream().allMatch(layer -> layer.gradientNorm() == 0);
  }
}
