package io.boxfit.bench.doctor;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.evidence.Evidence;
import io.boxfit.doctor.evidence.TraceHistory;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.search.trial.TrialResult;
import io.boxfit.search.trial.TrialRunner;
import io.boxfit.train.batch.TrainingData;
import io.boxfit.train.run.LetterData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A training of Boxfit that was run, with all that it told.
 *
 * @param recipe of it
 * @param data that it was given
 * @param result on letters that it never saw
 * @param trace of it
 */
public record Training(Recipe recipe, TrainingData data, TrialResult result, TraceHistory trace)
    implements Trained {

  /**
   * Trains on the calling thread.
   *
   * @param change to a training that works; {@code samples=...} changes its samples
   * @param seed of the start
   */
  public static Training of(Base base, List<String> change, long seed) {
    List<String> settings = new ArrayList<>(base.options());
    settings.addAll(change);
    Recipe recipe = BoxfitWard.recipeOf(settings, seed);
    TrainingData data = BoxfitWard.given(settings, recipe);
    List<TraceEvent> events = new ArrayList<>();
    TrialResult result =
        TrialRunner.run(recipe, data, LetterData.test(recipe), events::add, () -> false)
            .orElseThrow();
    return new Training(recipe, data, result, TraceHistory.of(events).orElseThrow());
  }

  @Override
  public Evidence evidence() {
    return Evidence.of(Optional.of(recipe), trace);
  }

  @Override
  public double meanIou() {
    return result.metrics().meanIou();
  }
}
