package io.boxfit.doctor.rule;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.model.recipe.Recipe;
import java.util.List;
import java.util.Optional;

/**
 * Moving statistics of a batch norm that still hold a twentieth or more of the 0 and 1 with which
 * they began: momentum to the power of the steps; and boxes that fail or are poor.
 */
final class BatchNormStatistics implements Rule {
  private static final double SETTLED = 0.05;

  @Override
  public Optional<Finding> check(Case patient) {
    long steps = steps(patient);
    return steps == 0 || !(patient.untrained() || patient.failingOrPoor())
        ? Optional.empty()
        : look(patient.setup().anatomy().momentum().orElse(0), steps);
  }

  private static long steps(Case patient) {
    List<TraceEvent.Step> steps =
        patient.evidence().trace().map(trace -> trace.steps()).orElse(List.of());
    return steps.isEmpty()
        ? patient.evidence().recipe().map(Recipe::steps).orElse(0L)
        : steps.get(steps.size() - 1).step();
  }

  private static Optional<Finding> look(double momentum, long steps) {
    double left = Math.pow(momentum, (double) steps);
    return left < SETTLED
        ? Optional.empty()
        : Optional.of(
            Finding.suspected(
                Condition.BATCH_NORM_NOT_SETTLED,
                0.85,
                "After "
                    + steps
                    + " steps the moving statistics of a batch norm are still to "
                    + Words.percent(left)
                    + " what they began with."));
  }
}
