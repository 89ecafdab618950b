package io.boxfit.app.command;

import io.boxfit.app.evaluation.EvaluationResult;
import io.boxfit.app.evaluation.MetricsJson;
import io.boxfit.core.BadInputException;
import io.boxfit.data.Dataset;
import io.boxfit.data.letters.Letters;
import io.boxfit.data.letters.LettersPreset;
import io.boxfit.model.recipe.DataRecipe;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.model.recipe.Recipes;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Judges a model file on letters. */
@Command(
    name = "evaluate",
    description = "Judge a model file: how well its boxes fit.",
    footer = {
      "",
      "Without options the letters are those that the model's run was judged on, where run.json",
      "lies beside the model; else those of the recipe reliable."
    })
final class EvaluateCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--model",
      paramLabel = "RUN|FILE",
      required = true,
      description = "A run folder or an ONNX file.")
  private Path model;

  @Option(
      names = "--data",
      paramLabel = "letters[:PRESET]",
      required = true,
      converter = LettersSource.Converter.class,
      description = "What to judge it on; PRESET is story, story-half, varied or clutter.")
  private LettersSource data;

  @Option(
      names = "--split",
      paramLabel = "SPLIT",
      defaultValue = "test",
      description = "train, validation or test (default: test).")
  private String split;

  @Option(
      names = "--count",
      paramLabel = "N",
      converter = WholeNumber.Count.class,
      description = "How many letters (default: as many as the run's).")
  private Integer count;

  @Option(
      names = "--seed",
      paramLabel = "N",
      converter = WholeNumber.Seed.class,
      description = "Which letters: the data seed (default: the run's).")
  private Long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = WholeNumber.Threads.class,
      description = "Cores that work (default: all); the figures do not depend on it.")
  private Integer threads;

  @Option(names = "--json", description = "Print the figures as one JSON document.")
  private boolean json;

  EvaluateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    ModelFile file = ModelFile.of(model);
    Recipe recipe = file.recipe().orElseGet(() -> Recipes.named("reliable"));
    int cores = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    EvaluationResult result =
        EvaluationProgress.run(file.file(), letters(recipe.data()), cores, console);
    if (json) {
      console.out().print(MetricsJson.text(result));
    } else {
      console.out().print(FiguresText.of(MetricsJson.tree(result)));
    }
    return ExitCode.DONE;
  }

  private Dataset letters(DataRecipe run) {
    LettersPreset preset = data.preset().orElseGet(() -> LettersPreset.parse(run.preset()));
    long dataSeed = seed == null ? run.seed() : seed;
    if (split.equals("validation") && run.validationCount() > 0) {
      // As in training: the last share of the training letters.
      return first(
          new Letters(preset, dataSeed, "train", run.trainCount())
              .range(run.trainedCount(), run.trainCount()));
    }
    int usual =
        split.equals("train") ? Math.min(run.testCount(), run.trainedCount()) : run.testCount();
    return new Letters(preset, dataSeed, split, count == null ? usual : count);
  }

  private Letters first(Letters validation) {
    if (count == null) {
      return validation;
    }
    if (count > validation.size()) {
      throw new BadInputException(
          "--count: the run kept back "
              + validation.size()
              + " letters for validation, got "
              + count);
    }
    return validation.range(0, count);
  }
}
