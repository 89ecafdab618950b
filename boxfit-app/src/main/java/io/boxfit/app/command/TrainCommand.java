package io.boxfit.app.command;

import io.boxfit.core.BadInputException;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.train.run.RunFolder;
import io.boxfit.train.run.RunRecord;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains a network and leaves a run folder. */
@Command(
    name = "train",
    description = "Train a network: model file, figures and report in a run folder.",
    footer = {
      "",
      "Examples:",
      "  boxfit train --data letters --out run-1",
      "  boxfit train --data letters:story --set data.trainCount=9600 --seed 3 --out run-2",
      "  boxfit train --resume --out run-1"
    })
final class TrainCommand implements Callable<Integer> {
  private static final String DEFAULT_RECIPE = "reliable";

  private final Console console;

  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "letters[:PRESET]",
      converter = LettersSource.Converter.class,
      description = "What to train with; PRESET is story, story-half, varied or clutter.")
  private LettersSource data;

  @Option(
      names = "--recipe",
      paramLabel = "NAME|FILE",
      description = "How to train (default: " + DEFAULT_RECIPE + "); see boxfit recipe.")
  private String recipe;

  @Mixin private RecipeOptions options;

  @Option(names = "--resume", description = "Go on with a run that was stopped, exactly.")
  private boolean resume;

  @Option(
      names = "--heal",
      description = "Stop a sick run early, apply the doctor's remedy and begin again.")
  private boolean heal;

  @Option(
      names = "--out",
      paramLabel = "RUN",
      required = true,
      description = "The run folder: a new one, or with --resume that of the run.")
  private Path out;

  @Option(names = "--json", description = "Print the outcome as one JSON document.")
  private boolean json;

  TrainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (resume && heal) {
      throw new ParameterException(
          spec.commandLine(), "--heal begins a run and cannot go on with one by --resume");
    }
    if (resume) {
      resume();
    } else if (data == null) {
      throw new ParameterException(
          spec.commandLine(), "Missing required option: '--data=letters[:PRESET]'");
    } else if (heal) {
      return new HealingSession(console, json).begin(options.applyTo(recipeName(), data), out);
    } else {
      new TrainingSession(console, json).begin(options.applyTo(recipeName(), data), out, () -> {});
    }
    return ExitCode.DONE;
  }

  private String recipeName() {
    return recipe == null ? DEFAULT_RECIPE : recipe;
  }

  private void resume() {
    RunFolder folder = RunFolder.open(out);
    Path file = folder.record();
    RunRecord record = RunRecord.read(file);
    Recipe begun = record.recipe(file);
    LettersSource given = data == null ? new LettersSource(Optional.empty()) : data;
    if (recipe == null) {
      options.requireNothingElse(begun, given, file.toString());
    } else if (!options.applyTo(recipe, given).equals(begun)) {
      throw new BadInputException(
          file
              + ": the run began with another recipe than '"
              + recipe
              + "' with these options; leave them out, or begin a new run in another folder");
    }
    if ("nonFinite".equals(record.state())) {
      throw new BadInputException(
          file
              + ": the loss of this run became not a number, and would again; begin a new run with"
              + " a smaller optimizer.learningRate");
    }
    new TrainingSession(console, json).resume(begun, folder);
  }
}
