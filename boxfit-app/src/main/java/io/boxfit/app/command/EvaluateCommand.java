package io.boxfit.app.command;

import io.boxfit.app.evaluation.EvaluationResult;
import io.boxfit.app.evaluation.MetricsJson;
import io.boxfit.core.BadInputException;
import io.boxfit.data.Dataset;
import io.boxfit.data.letters.Letters;
import io.boxfit.data.letters.LettersPreset;
import io.boxfit.model.recipe.DataRecipe;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.model.recipe.RecipeYaml;
import io.boxfit.model.recipe.Recipes;
import io.boxfit.train.run.RecipeData;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Judges a model file on letters, or on a folder of annotated pictures. */
@Command(
    name = "evaluate",
    description = "Judge a model file: how well its boxes fit.",
    footer = {
      "",
      "Without options the letters are those that the model's run was judged on, where run.json",
      "lies beside the model; else those of the recipe reliable. A folder is read and parted as the",
      "run did it."
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
      paramLabel = "letters[:PRESET]|DIR",
      required = true,
      converter = DataSource.Converter.class,
      description =
          "What to judge it on: letters (PRESET is story, story-half, varied or clutter) or a"
              + " folder of annotated pictures.")
  private DataSource data;

  @Mixin private FolderReadingOptions reading;

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
    EvaluationResult result = evaluate(file.file(), recipe, cores);
    if (json) {
      console.out().print(MetricsJson.text(result));
    } else {
      console.out().print(FiguresText.of(MetricsJson.tree(result)));
    }
    return ExitCode.DONE;
  }

  private EvaluationResult evaluate(Path file, Recipe recipe, int cores) {
    List<String> asked = reading.settings(data);
    if (data instanceof DataSource.LettersSource letters) {
      return EvaluationProgress.run(file, letters(letters, recipe.data()), cores, console);
    }
    RecipeData samples = folder(recipe, asked);
    return EvaluationProgress.run(file, samples.part(split), samples.absent(split), cores, console);
  }

  private RecipeData folder(Recipe recipe, List<String> settings) {
    if (count != null || seed != null) {
      throw new BadInputException("--count and --seed choose letters; a folder has its pictures");
    }
    List<String> said = new ArrayList<>(data.settings());
    said.addAll(settings);
    // As the run read its folder, so that its test pictures are the same.
    Recipe asked =
        recipe.data().folder().isPresent()
            ? Recipes.parse(RecipeYaml.write(recipe), "run.json", said)
            : Recipes.load(data.defaultRecipe(), said);
    return SampleSource.read(asked, console);
  }

  private Dataset letters(DataSource.LettersSource letters, DataRecipe run) {
    LettersPreset preset = letters.preset().orElseGet(() -> LettersPreset.parse(run.preset()));
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
