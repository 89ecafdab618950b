package io.boxfit.app.command;

import io.boxfit.app.evaluation.Evaluation;
import io.boxfit.app.evaluation.EvaluationResult;
import io.boxfit.app.progress.Progress;
import io.boxfit.app.progress.Work;
import io.boxfit.data.Dataset;
import java.nio.file.Path;
import java.util.Optional;

/** An evaluation that shows how far it is and can be stopped. */
final class EvaluationProgress {
  private EvaluationProgress() {}

  /**
   * On both kinds of pictures.
   *
   * @param absent pictures that do not show the object
   */
  static EvaluationResult run(
      Path model, Dataset data, Optional<Dataset> absent, int threads, Console console) {
    EvaluationResult result = run(model, data, threads, console);
    Evaluation others = new Evaluation(threads, done -> console.requireGoingOn());
    return absent.map(without -> result.with(others.absent(model, without))).orElse(result);
  }

  static EvaluationResult run(Path model, Dataset data, int threads, Console console) {
    Work work = new Work("evaluating", "images", 0, data.size());
    try (Progress progress = Progress.start(console.screen(), work)) {
      return new Evaluation(
              threads,
              done -> {
                console.requireGoingOn();
                progress.at(done, "");
              })
          .run(model, data);
    }
  }
}
