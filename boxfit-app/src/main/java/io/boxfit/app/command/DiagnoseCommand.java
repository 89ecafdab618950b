package io.boxfit.app.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.boxfit.core.BadInputException;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.data.annotation.ReadOptions;
import io.boxfit.data.check.CheckResult;
import io.boxfit.doctor.Doctor;
import io.boxfit.doctor.diagnosis.Diagnosis;
import io.boxfit.doctor.diagnosis.DiagnosisJson;
import io.boxfit.doctor.diagnosis.Verdict;
import io.boxfit.doctor.evidence.Evidence;
import io.boxfit.doctor.evidence.Restarts;
import io.boxfit.doctor.evidence.TraceHistory;
import io.boxfit.model.recipe.KerasRecipe;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.model.recipe.Recipes;
import io.boxfit.train.run.RunFolder;
import io.boxfit.train.run.RunRecord;
import io.boxfit.train.trace.TraceReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The doctor. */
@Command(
    name = "diagnose",
    description = "Say why a training fails, in Boxfit or any other framework, and what to do.",
    footer = {
      "",
      "Exit codes: 0 healthy or unsure, 2 bad input or usage, 3 sick.",
      "Each code has a page in docs/doctor; those of --data stand in docs/check.md."
    })
final class DiagnoseCommand implements Callable<Integer> {
  private final Console console;

  @ArgGroup(multiplicity = "1")
  private Door door;

  @Option(
      names = "--restarts",
      paramLabel = "N",
      converter = WholeNumber.Count.class,
      description = "With --run: train an epoch from N other starts, to tell luck from recipe.")
  private Integer restarts;

  @Option(names = "--json", description = "Print the diagnosis as one JSON document.")
  private boolean json;

  DiagnoseCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (door.data != null && !door.data.hasModel()) {
      return data();
    }
    Optional<SheetFiles> files = door.sheets();
    Shown shown = door.shown(console);
    if (restarts != null) {
      shown = shown.with(shown.evidence().with(restarts()));
    }
    Evidence evidence = shown.evidence();
    Diagnosis diagnosis = Doctor.examine(evidence);
    List<SheetFiles.Written> sheets = List.of();
    if (files.isPresent()) {
      sheets =
          files
              .get()
              .write(
                  shown.pictures().orElseThrow(),
                  evidence.numbers().orElseThrow(),
                  diagnosis,
                  console);
    }
    if (json) {
      ObjectNode tree = DiagnosisJson.tree(diagnosis);
      shown.notes().forEach(tree.putArray("notes")::add);
      evidence.model().ifPresent(trial -> tree.set("model", ModelTrialJson.tree(trial)));
      if (!sheets.isEmpty()) {
        tree.set("sheets", SheetFiles.tree(sheets));
      }
      Json.print(tree, console.out());
    } else {
      DiagnosisText text = new DiagnosisText(console.colors());
      console.out().print(text.of(diagnosis));
      console.out().print(text.notes("How it was read", shown.notes()));
      console.out().print(text.notes("Pictures", SheetFiles.text(sheets)));
      evidence.model().ifPresent(trial -> console.out().print(ModelTrialText.of(trial)));
    }
    return diagnosis.verdict() == Verdict.SICK ? ExitCode.FINDINGS : ExitCode.DONE;
  }

  private int data() {
    if (restarts != null) {
      throw new BadInputException("--restarts trains a run again, and --data holds none");
    }
    int cores = Runtime.getRuntime().availableProcessors();
    CheckResult result =
        CheckCommand.check(door.data.folder(), ReadOptions.AUTOMATIC, cores, console);
    DataDiagnosis diagnosis = new DataDiagnosis(result);
    if (json) {
      Json.print(diagnosis.tree(), console.out());
    } else {
      console.out().print(diagnosis.text(console.colors()));
    }
    return result.isSick() ? ExitCode.FINDINGS : ExitCode.DONE;
  }

  private Restarts restarts() {
    if (door.run == null) {
      throw new BadInputException("--restarts trains the recipe of a run again; name it by --run");
    }
    RunFolder folder = RunFolder.open(door.run);
    Recipe recipe = RunRecord.read(folder.record()).recipe(folder.record());
    return new OtherStartsTrial(console).of(recipe, restarts);
  }

  /** What the doctor is shown; one of these. */
  private static final class Door {
    @Option(names = "--run", paramLabel = "RUN", description = "A run folder, finished or not.")
    private Path run;

    @Option(
        names = "--trace",
        paramLabel = "FILE",
        description = "A trace.jsonl of any framework; see docs/trace-format.md.")
    private Path trace;

    @Option(
        names = "--recipe",
        paramLabel = "NAME|FILE",
        description = "A recipe, before a step is trained.")
    private String recipe;

    @Option(
        names = "--keras",
        paramLabel = "FILE",
        description =
            "A model that Keras saved (.keras, .h5 or to_json()), before a step is trained.")
    private Path keras;

    @ArgGroup(exclusive = false)
    private PredictionFiles predictions;

    @ArgGroup(exclusive = false)
    private DataDoor data;

    Optional<SheetFiles> sheets() {
      return predictions == null ? Optional.empty() : predictions.sheets();
    }

    Shown shown(Console console) {
      if (keras != null) {
        KerasRecipe read = KerasRecipe.read(keras, List.of());
        return new Shown(Evidence.of(read.recipe()), read.notes(), Optional.empty());
      }
      return predictions == null ? Shown.of(evidence(console)) : predictions.shown(console);
    }

    private Evidence evidence(Console console) {
      if (data != null) {
        return data.evidence(console);
      }
      if (run != null) {
        RunFolder folder = RunFolder.open(run);
        Recipe recorded = RunRecord.read(folder.record()).recipe(folder.record());
        return traced(Optional.of(recorded), folder.trace());
      }
      return trace != null
          ? traced(Optional.empty(), trace)
          : Evidence.of(Recipes.load(recipe, List.of()));
    }

    private static Evidence traced(Optional<Recipe> recipe, Path file) {
      List<TraceEvent> events =
          recipe.isPresent() ? TraceReader.read(file) : TraceReader.readForeign(file);
      TraceHistory history =
          TraceHistory.of(events)
              .orElseThrow(
                  () ->
                      new BadInputException(
                          file + ": has no event 'start'; it must be the first line"));
      return Evidence.of(recipe, history);
    }
  }
}
