package io.boxfit.train.run;

import io.boxfit.core.BadInputException;
import io.boxfit.core.digest.Sha256;
import io.boxfit.core.file.AtomicFile;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.model.recipe.RecipeTree;
import io.boxfit.model.recipe.RecipeYaml;
import io.boxfit.model.recipe.WeightsFile;
import io.boxfit.train.batch.TrainingData;
import io.boxfit.train.checkpoint.CheckpointStore;
import io.boxfit.train.checkpoint.Safetensors;
import io.boxfit.train.checkpoint.StartingWeights;
import io.boxfit.train.checkpoint.TrainingState;
import io.boxfit.train.engine.Engine;
import io.boxfit.train.engine.ParameterLayout;
import io.boxfit.train.loop.Cadence;
import io.boxfit.train.loop.NonFiniteLossException;
import io.boxfit.train.loop.TrainingListener;
import io.boxfit.train.loop.TrainingLoop;
import io.boxfit.train.trace.TraceReader;
import io.boxfit.train.trace.TraceWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One training with its folder: begins or goes on, and leaves weights and a record. */
public final class TrainingRun {
  private static final String FINISHED = "finished";

  private final RunFolder folder;
  private final Recipe recipe;
  private final TrainingData data;
  private final ParameterLayout layout;
  private final TrainingState state;
  private final CheckpointStore checkpoints;
  private final Optional<StartingWeights> takenOver;
  private RunRecord record;

  private TrainingRun(RunFolder folder, Recipe recipe, TrainingData data, RunRecord record) {
    this.folder = folder;
    this.recipe = recipe;
    this.data = data;
    this.record = record;
    this.layout = ParameterLayout.of(recipe.network());
    this.state = TrainingState.first(recipe, layout);
    this.takenOver = recipe.initFrom().map(file -> takeOver(file, state.weights()));
    String digest = new Sha256().add(record.recipeDigest()).add(record.dataDigest()).hex();
    this.checkpoints = new CheckpointStore(folder.checkpoints(), digest);
  }

  /**
   * A new run.
   *
   * @param folder empty
   * @param version of Boxfit
   */
  public static TrainingRun begin(
      RunFolder folder, Recipe recipe, TrainingData data, String version) {
    Engine.start();
    RunRecord record =
        new RunRecord(
            RecipeTree.of(recipe),
            RecipeYaml.digest(recipe),
            data.digest(),
            Machine.versions(version),
            Machine.facts(),
            recipe.threads(),
            Instant.now().toString(),
            null,
            "running",
            null,
            null,
            null);
    record.write(folder.record());
    return new TrainingRun(folder, recipe, data, record);
  }

  /**
   * A run that was cut off, put where its newest usable checkpoint says.
   *
   * @param data of the recipe in run.json
   * @param warn told what could not be used
   * @throws BadInputException if the samples are not those of the run
   */
  public static TrainingRun resume(
      RunFolder folder, Recipe recipe, TrainingData data, Consumer<String> warn) {
    Engine.start();
    RunRecord record = RunRecord.read(folder.record());
    if (!data.digest().equals(record.dataDigest())) {
      throw new BadInputException(
          folder.record() + ": the run was trained with other samples; resume with the same data");
    }
    TrainingRun run = new TrainingRun(folder, recipe, data, record);
    if (!run.checkpoints.restore(run.state, warn)) {
      warn.accept(folder.path() + ": no usable checkpoint; starting from the beginning");
    }
    try {
      run.checkpoints.clearTorn();
      if (run.state.step() == 0) {
        Files.deleteIfExists(folder.trace());
        run.checkpoints.clear();
      } else {
        TraceReader.cutAfter(folder.trace(), run.state.step());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot go on in " + folder.path() + ": " + e.getMessage(), e);
    }
    return run;
  }

  private StartingWeights takeOver(WeightsFile from, float[] weights) {
    Path file = Path.of(from.path());
    try {
      String digest = new Sha256().add(Files.readAllBytes(file)).hex();
      if (from.sha256().filter(wanted -> !wanted.equals(digest)).isPresent()) {
        throw new BadInputException(
            file + ": initFrom: not the weights that the recipe names; they have changed");
      }
    } catch (IOException e) {
      throw new BadInputException(file + ": initFrom: cannot be read: " + e.getMessage(), e);
    }
    return StartingWeights.into(weights, layout, file);
  }

  /** What the run began with from elsewhere; empty where it began with nothing. */
  public Optional<StartingWeights> takenOver() {
    return takenOver;
  }

  /** Steps done so far. */
  public long step() {
    return state.step();
  }

  /** Seconds of training so far, pauses left out. */
  public double seconds() {
    return state.seconds();
  }

  /** Where parameters lie in the flat array. */
  public ParameterLayout layout() {
    return layout;
  }

  /** run.json as it stands. */
  public RunRecord record() {
    return record;
  }

  /**
   * Trains to the end, unless asked to stop.
   *
   * @param listeners hear every event, besides the trace
   * @param stopRequested asked between steps
   * @return the weights by parameter, empty if stopped before the end
   * @throws NonFiniteLossException if the loss is not a number
   */
  public Optional<Map<String, float[]>> train(
      List<TrainingListener> listeners, BooleanSupplier stopRequested) {
    update("running", null);
    boolean finished;
    try (TraceWriter trace = new TraceWriter(folder.trace(), new Cadence(recipe.steps()))) {
      List<TrainingListener> all = new ArrayList<>(listeners);
      all.add(0, trace);
      all.add(1, new InputsFile(folder.inputs()));
      finished = new TrainingLoop(recipe, data, layout, state, checkpoints, all).run(stopRequested);
    } catch (NonFiniteLossException e) {
      update("nonFinite", null);
      throw e;
    }
    if (!finished) {
      update("stopped", null);
      return Optional.empty();
    }
    byte[] weights = weightsFile();
    try {
      AtomicFile.write(folder.weights(), weights);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the weights: " + e.getMessage(), e);
    }
    update(FINISHED, new Sha256().add(weights).hex());
    return Optional.of(layout.split(state.weights()));
  }

  private byte[] weightsFile() {
    Map<String, Safetensors.Entry> tensors = new LinkedHashMap<>();
    Map<String, float[]> parts = layout.split(state.weights());
    for (ParameterLayout.Slot slot : layout.slots()) {
      List<Integer> sizes = slot.parameter().parameter().shape().sizes();
      String name = slot.parameter().name();
      tensors.put(name, new Safetensors.Entry(sizes, parts.get(name)));
    }
    return new Safetensors(Map.of("format", "pt"), tensors).bytes();
  }

  private void update(String newState, String sha256) {
    String ended = newState.equals("running") ? null : Instant.now().toString();
    Double seconds = newState.equals("running") ? null : state.seconds();
    boolean early = newState.equals(FINISHED) && state.step() < recipe.steps();
    record = record.with(newState, ended, seconds, early ? state.step() : null, sha256);
    record.write(folder.record());
  }
}
