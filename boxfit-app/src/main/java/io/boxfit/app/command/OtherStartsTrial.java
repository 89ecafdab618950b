package io.boxfit.app.command;

import io.boxfit.app.progress.Progress;
import io.boxfit.app.progress.Work;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.diagnosis.Verdict;
import io.boxfit.doctor.evidence.Restarts;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.model.recipe.RecipeYaml;
import io.boxfit.model.recipe.Recipes;
import io.boxfit.search.trial.Trial;
import io.boxfit.search.trial.TrialRunner;
import io.boxfit.train.engine.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Trains a recipe for an epoch from other starts and counts those that are not sick. */
final class OtherStartsTrial {
  private final Console console;

  OtherStartsTrial(Console console) {
    this.console = console;
  }

  /**
   * The starts that follow the recipe's own, one after the other.
   *
   * @throws StoppedException if the process is told to end
   */
  Restarts of(Recipe recipe, int starts) {
    Engine.start();
    int learned = 0;
    for (int i = 1; i <= starts; i++) {
      List<String> start = List.of("seed=" + (recipe.seed() + i), "epochs=1");
      learned += isWell(Recipes.parse(RecipeYaml.write(recipe), "recipe", start)) ? 1 : 0;
      console.requireGoingOn();
    }
    return new Restarts(starts, learned);
  }

  private boolean isWell(Recipe recipe) {
    List<TraceEvent> events = new ArrayList<>();
    int batch = recipe.batchSize();
    Work work = new Work("seed " + recipe.seed(), "images", 0, recipe.steps() * batch);
    try (Progress progress = Progress.start(console.screen(), work)) {
      TrialRunner.run(
          new Trial("start", Map.of(), recipe),
          event -> {
            events.add(event);
            if (event instanceof TraceEvent.Step step) {
              progress.at(step.step() * batch, "");
            }
          },
          console.stop());
    }
    return RunDoctor.of(recipe, events)
        .filter(diagnosis -> diagnosis.verdict() != Verdict.SICK)
        .isPresent();
  }
}
