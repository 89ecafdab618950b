package io.boxfit.app.command;

import io.boxfit.core.BadInputException;
import io.boxfit.model.recipe.FolderRecipe;
import io.boxfit.model.recipe.KerasRecipe;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.train.run.RunFolder;
import io.boxfit.train.run.RunRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
      "  boxfit train --data my-pictures --target largest --out run-3",
      "  boxfit train --resume --out run-1"
    })
final class TrainCommand implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "letters[:PRESET]|DIR",
      converter = DataSource.Converter.class,
      description =
          "What to train with: letters (PRESET is story, story-half, varied or clutter) or a folder"
              + " of annotated pictures.")
  private DataSource data;

  @Option(
      names = "--recipe",
      paramLabel = "NAME|FILE",
      description =
          "How to train (default: reliable, for folders photographs); FILE may be a model that Keras"
              + " saved.")
  private String recipe;

  @Mixin private RecipeOptions options;

  @Mixin private FolderReadingOptions reading;

  @Option(
      names = "--split",
      paramLabel = "S",
      description = "How a folder is parted: own (its lists), hash, group or auto (default: auto).")
  private String split;

  @Option(
      names = "--augment",
      paramLabel = "A",
      description = "How pictures are varied: none, light or strong.")
  private String augment;

  @Option(
      names = "--init-from",
      paramLabel = "RUN|FILE",
      description = "Begin with the weights of a run, or of a .safetensors or .onnx file.")
  private Path initFrom;

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
          spec.commandLine(), "Missing required option: '--data=letters[:PRESET]|DIR'");
    } else if (heal) {
      return new HealingSession(console, json).begin(recipe(), out);
    } else {
      new TrainingSession(console, json).begin(recipe(), out, () -> {});
    }
    return ExitCode.DONE;
  }

  private Recipe recipe() {
    if (recipe != null) {
      KerasRecipe.notes(recipe).forEach(note -> console.say("note: " + note));
    }
    return FittedRecipe.of(
        recipe == null ? data.defaultRecipe() : recipe, options, said(data), console);
  }

  private List<String> said(DataSource source) {
    List<String> said = new ArrayList<>(source.settings());
    List<String> ofFolders = new ArrayList<>();
    DataSource.set(ofFolders, "split", split);
    if (augment != null) {
      ofFolders.add("augmentation=" + DataSource.quoted(augment));
    }
    said.addAll(reading.settings(source));
    said.addAll(source.onlyFolders(ofFolders));
    if (initFrom != null) {
      said.addAll(InitialWeights.settings(initFrom));
    }
    return said;
  }

  private void resume() {
    RunFolder folder = RunFolder.open(out);
    Path file = folder.record();
    RunRecord record = RunRecord.read(file);
    Recipe begun = record.recipe(file);
    List<String> given = said(data == null ? source(begun) : data);
    if (recipe == null) {
      options.requireNothingElse(begun, given, file.toString());
    } else if (!FittedRecipe.of(recipe, options, given, console).equals(begun)) {
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

  private static DataSource source(Recipe begun) {
    return begun
        .data()
        .folder()
        .flatMap(FolderRecipe::path)
        .<DataSource>map(path -> new DataSource.FolderSource(Path.of(path)))
        .orElseGet(() -> new DataSource.LettersSource(Optional.empty()));
  }
}
