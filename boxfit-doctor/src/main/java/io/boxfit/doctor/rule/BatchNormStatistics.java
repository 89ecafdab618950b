package io.boxfit.doctor.rule;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.model.layer.BatchNorm;
import io.boxfit.model.recipe.Recipe;
import java.util.List;
import java.util.Optional;

/**
 * Moving statistics of a batch norm that still hold a twentieth or more of the 0 and 1 with which
 * they began: momentum to the power of the steps; and boxes that fail, or reach less than a fifth
 * of the way from the best constant box to perfect ones.
 */
final class BatchNormStatistics implements Rule {
  private static final double SETTLED = 0.05;
  private static final double POOR = 0.2;

  @Override
  public Optional<Finding> check(Case patient) {
    return patient
        .evidence()
        .recipe()
        .filter(recipe -> patient.failingOrUntrained() || poor(patient))
        .flatMap(recipe -> look(recipe, steps(patient, recipe)));
  }

  /** Boxes may follow the object and still be nowhere near it. */
  private static boolean poor(Case patient) {
    return patient
        .evidence()
        .predictions()
        .filter(p -> p.size() >= Stillness.ENOUGH && p.metrics().skill() < POOR)
        .isPresent();
  }

  private static long steps(Case patient, Recipe recipe) {
    return patient
        .evidence()
        .trace()
        .map(trace -> trace.steps())
        .filter(steps -> !steps.isEmpty())
        .map(BatchNormStatistics::last)
        .orElse(recipe.steps());
  }

  private static long last(List<TraceEvent.Step> steps) {
    return steps.get(steps.size() - 1).step();
  }

  private static Optional<Finding> look(Recipe recipe, long steps) {
    double left =
        recipe.network().nodes().stream()
            .filter(node -> node.layer() instanceof BatchNorm)
            .mapToDouble(node -> Math.pow(((BatchNorm) node.layer()).momentum(), (double) steps))
            .max()
            .orElse(0);
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
