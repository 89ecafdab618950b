package io.boxfit.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.boxfit.core.BadInputException;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.train.engine.Engine;
import io.boxfit.train.run.RecipeData;
import io.boxfit.train.run.Repeatability;
import io.boxfit.train.run.RunFolder;
import io.boxfit.train.run.RunRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains a run again and says whether the same weights came out. */
@Command(
    name = "reproduce",
    description = "Train a finished run again from its run.json and compare the weights.",
    footer = {
      "",
      "The same machine class and versions give the same weights, bit for bit, on any number of",
      "threads. Where that cannot be expected it is said first, and mean IoU is compared instead.",
      "Exit code 0: identical, or not expected to be and mean IoU within 0.01; 1: neither."
    })
final class ReproduceCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "RUN", description = "The folder of a finished run; it is not changed.")
  private Path run;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Keep the repeated run in this folder, a new one (default: it is removed).")
  private Path out;

  @Option(names = "--json", description = "Print the outcome as one JSON document.")
  private boolean json;

  ReproduceCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    RunFolder original = RunFolder.open(run);
    RunRecord record = finished(original);
    JsonNode metrics = metrics(original);
    Recipe recipe = record.recipe(original.record());
    RecipeData data = SampleSource.read(recipe, console);
    Engine.start();
    Repetition repetition =
        out == null ? Repetition.temporary(console) : Repetition.kept(out, console);
    try (repetition) {
      List<String> differences =
          Repeatability.differences(record, recipe, data.training(), Version.number());
      differences.forEach(line -> console.say("identical weights cannot be expected: " + line));
      String weights = repetition.train(recipe, data);
      boolean identical = weights.equals(record.weightsSha256());
      if (out != null) {
        // A folder that is kept is a whole one.
        repetition.judge(data);
      }
      Optional<JsonNode> again = identical ? Optional.empty() : Optional.of(repetition.judge(data));
      ReproductionResult result =
          new ReproductionResult(weights, record.weightsSha256(), differences, metrics, again);
      if (json) {
        Json.print(result.document(), console.out());
      } else {
        console.out().print(result.text());
      }
      return result.passed() ? ExitCode.DONE : ExitCode.FAILED;
    }
  }

  private RunRecord finished(RunFolder folder) {
    RunRecord record = RunRecord.read(folder.record());
    boolean trained = "finished".equals(record.state()) && record.weightsSha256() != null;
    if (!trained || !Files.exists(folder.metrics())) {
      throw new BadInputException(
          run
              + ": the run is not finished; finish it with "
              + console.command("train --resume --out", run));
    }
    return record;
  }

  private static JsonNode metrics(RunFolder folder) {
    JsonNode metrics = RunProducts.metrics(folder);
    if (!metrics.path("meanIou").isNumber()) {
      throw new BadInputException(
          folder.metrics() + ": holds no meanIou; delete it, then --resume");
    }
    return metrics;
  }
}
