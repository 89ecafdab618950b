package io.boxfit.bench.doctor;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.evidence.Evidence;
import io.boxfit.doctor.evidence.Predictions;
import io.boxfit.doctor.evidence.TraceHistory;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.search.trial.Trial;
import io.boxfit.search.trial.TrialResult;
import io.boxfit.search.trial.TrialRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A training that was run, with all that it told.
 *
 * @param recipe of it
 * @param result on letters that it never saw
 * @param trace of it
 */
public record Training(Recipe recipe, TrialResult result, TraceHistory trace) {

  /** Trains on the calling thread. */
  public static Training of(Recipe recipe) {
    List<TraceEvent> events = new ArrayList<>();
    TrialResult result =
        TrialRunner.run(new Trial("ward", Map.of(), recipe), events::add, () -> false)
            .orElseThrow();
    return new Training(recipe, result, TraceHistory.of(events).orElseThrow());
  }

  /** What the doctor is shown of a run of Boxfit. */
  public Evidence evidence() {
    return Evidence.of(Optional.of(recipe), trace);
  }

  /** What it says at its end. */
  public Predictions predictions() {
    return trace.last().orElseThrow();
  }
}
