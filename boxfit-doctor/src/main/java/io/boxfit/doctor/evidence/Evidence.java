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
 * @param restarts what became of the same recipe from other starts, where that was tried
 * @param model what became of asking the network itself, where it was shown
 */
public record Evidence(
    Optional<Recipe> recipe,
    Optional<TraceHistory> trace,
    Optional<Predictions> predictions,
    Optional<NumberAudit> numbers,
    Optional<Restarts> restarts,
    Optional<ModelTrial> model) {
  private static final Evidence NOTHING =
      new Evidence(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** A recipe that was not trained yet. */
  public static Evidence of(Recipe recipe) {
    return NOTHING.with(Optional.of(recipe));
  }

  /** A training; its last probe is what it predicts. */
  public static Evidence of(Optional<Recipe> recipe, TraceHistory trace) {
    return new Evidence(
        recipe,
        Optional.of(trace),
        trace.last(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Predictions from a file. */
  public static Evidence of(NumberAudit numbers) {
    return new Evidence(
        Optional.empty(),
        Optional.empty(),
        Optional.of(numbers.asGiven()),
        Optional.of(numbers),
        Optional.empty(),
        Optional.empty());
  }

  /** The same with what became of other starts. */
  public Evidence with(Restarts tried) {
    return new Evidence(recipe, trace, predictions, numbers, Optional.of(tried), model);
  }

  /** The same with what became of asking the network itself. */
  public Evidence with(ModelTrial trial) {
    return new Evidence(recipe, trace, predictions, numbers, restarts, Optional.of(trial));
  }

  private Evidence with(Optional<Recipe> other) {
    return new Evidence(other, trace, predictions, numbers, restarts, model);
  }
}
