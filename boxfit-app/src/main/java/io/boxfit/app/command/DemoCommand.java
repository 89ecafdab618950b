package io.boxfit.app.command;

import io.boxfit.model.recipe.Recipe;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The main job without a question asked. */
@Command(
    name = "demo",
    description = "Train on synthetic letters and show the result, in about two minutes.")
final class DemoCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--out",
      paramLabel = "RUN",
      defaultValue = "demo-run",
      description = "The run folder, a new one (default: demo-run).")
  private Path out;

  @Mixin private RecipeOptions options;

  DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Recipe recipe = options.applyTo("reliable", List.of());
    new TrainingSession(console, false).begin(recipe, out, () -> announce(recipe));
    console.out().println("Open " + out.resolve("report.html") + " in a browser.");
    return ExitCode.DONE;
  }

  private void announce(Recipe recipe) {
    console.say(
        String.format(
            Locale.ROOT,
            "1. A network of %,d parameters learns on %,d pictures to box the letter in each.",
            recipe.network().parameterCount(),
            recipe.steps() * recipe.batchSize()));
    console.say(
        String.format(
            Locale.ROOT,
            "2. It becomes a file, model.onnx, and is judged on %,d letters it never saw.",
            recipe.data().testCount()));
    console.say("3. You get a page with pictures: " + out.resolve("report.html"));
  }
}
