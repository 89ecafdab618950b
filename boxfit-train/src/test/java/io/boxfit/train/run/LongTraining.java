package io.boxfit.train.run;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.model.recipe.Recipes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Trains in a JVM of its own and prints, every so often, the step and its resident KiB. */
final class LongTraining {
  private static final Path STATUS = Path.of("/proc/self/status");

  private LongTraining() {}

  /**
   * Trains.
   *
   * @param args an empty folder; steps; letters a step; steps between two lines
   */
  public static void main(String[] args) {
    long steps = Long.parseLong(args[1]);
    int batch = Integer.parseInt(args[2]);
    long every = Long.parseLong(args[3]);
    // Two in a hundred are kept back for validation.
    long letters = steps * batch * 103 / 100 + batch;
    Recipe recipe =
        Recipes.load(
            "reliable",
            List.of("data.trainCount=" + letters, "data.preset=story", "batchSize=" + batch));
    TrainingRun run =
        TrainingRun.begin(
            new RunFolder(Path.of(args[0])), recipe, LetterData.training(recipe), "test");
    run.train(
        List.of(
            event -> {
              if (event instanceof TraceEvent.Step step && step.step() % every == 0) {
                System.out.println(step.step() + " " + residentKib());
              }
            }),
        () -> run.step() >= steps);
  }

  private static long residentKib() {
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
