package io.boxfit.doctor.evidence;

import io.boxfit.model.recipe.Recipe;
import java.util.Optional;

/**
 * All that the doctor is shown.
 *
 * @param recipe of the training
 * @param trace of the training
 * @param predictions at its end, or in a file
 * @param numbers as they stood in a file, where the predictions come from one
 */
public record Evidence(
    Optional<Recipe> recipe,
    Optional<TraceHistory> trace,
    Optional<Predictions> predictions,
    Optional<NumberAudit> numbers) {

  /** A recipe that was not trained yet. */
  public static Evidence of(Recipe recipe) {
    return new Evidence(Optional.of(recipe), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** A training; its last probe is what it predicts. */
  public static Evidence of(Optional<Recipe> recipe, TraceHistory trace) {
    return new Evidence(recipe, Optional.of(trace), trace.last(), Optional.empty());
  }

  /** Predictions from a file. */
  public static Evidence of(NumberAudit numbers) {
    return new Evidence(
        Optional.empty(), Optional.empty(), Optional.of(numbers.asGiven()), Optional.of(numbers));
  }
}
