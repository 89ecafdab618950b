package io.boxfit.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.boxfit.app.progress.Progress;
import io.boxfit.app.progress.TrainingProgress;
import io.boxfit.app.progress.Work;
import io.boxfit.doctor.diagnosis.Diagnosis;
import io.boxfit.doctor.diagnosis.DiagnosisJson;
import io.boxfit.doctor.diagnosis.Verdict;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.train.batch.TrainingData;
import io.boxfit.train.engine.Engine;
import io.boxfit.train.loop.NonFiniteLossException;
import io.boxfit.train.loop.TrainingListener;
import io.boxfit.train.run.RecipeData;
import io.boxfit.train.run.RunFolder;
import io.boxfit.train.run.RunRecord;
import io.boxfit.train.run.TrainingRun;
import io.boxfit.train.trace.TraceReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** From a recipe to a report: trains, writes the model file, judges it, tells the outcome. */
final class TrainingSession {
  private static final String FINISHED = "finished";
  private final Console console;
  private final boolean json;

  /**
   * @param console to talk to
   * @param json whether the outcome is one JSON document
   */
  TrainingSession(Console console, boolean json) {
    this.console = console;
    this.json = json;
  }

  /**
   * A new run in a new folder.
   *
   * @param announce called once it is clear that nothing stands against it
   */
  void begin(Recipe recipe, Path out, Runnable announce) {
    RecipeData data = SampleSource.read(recipe, console);
    TrainingData training = data.training();
    RunFolder folder = RunFolder.create(out);
    announce.run();
    startEngine(out);
    try (RunLock lock = RunLock.take(folder)) {
      train(TrainingRun.begin(folder, recipe, training, Version.number()), recipe, folder);
      finish(folder, data);
    } catch (UncheckedIOException e) {
      throw unwritten(folder, e);
    }
  }

  /**
   * A new run in a new folder under a doctor's eye, who may end it; tells no outcome.
   *
   * @return seconds of training
   */
  double attempt(Recipe recipe, Path out, Bedside doctor) {
    TrainingData data = SampleSource.read(recipe, console).training();
    RunFolder folder = RunFolder.create(out);
    startEngine(out);
    try (RunLock lock = RunLock.take(folder)) {
      TrainingRun run = TrainingRun.begin(folder, recipe, data, Version.number());
      train(run, recipe, folder, Optional.of(doctor));
      return run.seconds();
    } catch (UncheckedIOException e) {
      throw unwritten(folder, e);
    }
  }

  /** Makes what belongs to a finished run, and tells its outcome. */
  void tell(Path out) {
    RunFolder folder = RunFolder.open(out);
    finish(folder, SampleSource.read(recipe(folder), console));
  }

  private static Recipe recipe(RunFolder folder) {
    return RunRecord.read(folder.record()).recipe(folder.record());
  }

  /** What was saved until then is whole: where there is room again, the run goes on. */
  private UncheckedIOException unwritten(RunFolder folder, UncheckedIOException failure) {
    String then =
        Files.exists(folder.record())
            ? "; what was saved before is whole: make room, then " + howToGoOn(folder)
            : "; nothing was begun: make room, then give the same command again";
    return new UncheckedIOException(failure.getMessage() + then, failure.getCause());
  }

  /** Trains in a new folder and tells no outcome; the engine works already. */
  void repeat(Recipe recipe, TrainingData data, RunFolder folder) {
    try (RunLock lock = RunLock.take(folder)) {
      train(TrainingRun.begin(folder, recipe, data, Version.number()), recipe, folder);
    }
  }

  /** Leaves no empty folder where the engine does not work. */
  private static void startEngine(Path out) {
    boolean started = false;
    try {
      Engine.start();
      started = true;
    } finally {
      if (!started) {
        out.toFile().delete();
      }
    }
  }

  /** Goes on with a run, from wherever it stands. */
  void resume(Recipe recipe, RunFolder folder) {
    RecipeData data = SampleSource.read(recipe, console);
    try (RunLock lock = RunLock.take(folder)) {
      goOn(recipe, folder, data);
      finish(folder, data);
    } catch (UncheckedIOException e) {
      throw unwritten(folder, e);
    }
  }

  private void goOn(Recipe recipe, RunFolder folder, RecipeData data) {
    RunRecord record = RunRecord.read(folder.record());
    if (FINISHED.equals(record.state())) {
      boolean complete = new RunProducts(folder, data, console).areComplete();
      console.say(
          folder.path()
              + ": the training is finished"
              + (complete ? "; nothing to do" : "; making what is missing"));
      return;
    }
    TrainingRun run = TrainingRun.resume(folder, recipe, data.training(), this::warn);
    console.say(String.format(Locale.ROOT, "going on after step %,d", run.step()));
    train(run, recipe, folder);
  }

  private void warn(String warning) {
    console.say("boxfit: warning: " + Failures.oneLine(warning));
  }

  private void train(TrainingRun run, Recipe recipe, RunFolder folder) {
    train(run, recipe, folder, Optional.empty());
  }

  private void train(TrainingRun run, Recipe recipe, RunFolder folder, Optional<Bedside> doctor) {
    if (run.step() == 0) {
      run.takenOver().ifPresent(taken -> console.say(taken.line()));
    }
    int batch = recipe.batchSize();
    Work work = new Work("training", "images", run.step() * batch, recipe.steps() * batch);
    BooleanSupplier sick = () -> doctor.flatMap(Bedside::sick).isPresent();
    boolean finished;
    try (Progress progress = Progress.start(console.screen(), work)) {
      List<TrainingListener> listeners = new ArrayList<>(doctor.stream().toList());
      listeners.add(new TrainingProgress(progress, batch, run.step()));
      finished =
          run.train(listeners, () -> sick.getAsBoolean() || console.stop().getAsBoolean())
              .isPresent();
    } catch (NonFiniteLossException e) {
      if (!sick.getAsBoolean()) {
        throw e;
      }
      return;
    }
    if (!finished && !sick.getAsBoolean()) {
      throw new StoppedException(
          String.format(Locale.ROOT, "stopped after step %,d of %,d; ", run.step(), recipe.steps())
              + howToGoOn(folder));
    }
  }

  private String howToGoOn(RunFolder folder) {
    return "go on with: " + console.command("train --resume --out", folder.path());
  }

  private void finish(RunFolder folder, RecipeData data) {
    JsonNode metrics;
    try {
      metrics = new RunProducts(folder, data, console).complete();
    } catch (StoppedException e) {
      throw new StoppedException("stopped after the training; " + howToGoOn(folder));
    }
    RunRecord record = RunRecord.read(folder.record());
    Optional<Diagnosis> diagnosis =
        RunDoctor.of(record.recipe(folder.record()), TraceReader.read(folder.trace()));
    if (json) {
      ObjectNode document = document(folder, record, metrics);
      diagnosis.ifPresent(said -> document.set("diagnosis", DiagnosisJson.tree(said)));
      Json.print(document, console.out());
    } else {
      console.out().print(text(folder, record, metrics));
      diagnosis.ifPresent(said -> tell(said, folder));
    }
  }

  private void tell(Diagnosis diagnosis, RunFolder folder) {
    StringBuilder text = new StringBuilder();
    FiguresText.line(text, "doctor", "%s", RunDoctor.line(diagnosis));
    if (diagnosis.verdict() == Verdict.SICK) {
      FiguresText.line(text, "", "%s", console.command("diagnose --run", folder.path()));
    }
    console.out().print(text);
  }

  private static ObjectNode document(RunFolder folder, RunRecord record, JsonNode metrics) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("run", folder.path().toString());
    document.put("state", record.state());
    document.put("trainingSeconds", record.trainingSeconds());
    document.put("weightsSha256", record.weightsSha256());
    document.put("model", folder.model().toString());
    document.put("report", folder.report().toString());
    document.set("metrics", metrics);
    return document;
  }

  private static String text(RunFolder folder, RunRecord record, JsonNode metrics) {
    StringBuilder text = new StringBuilder(FiguresText.of(metrics));
    if (record.trainingSeconds() != null) {
      FiguresText.line(text, "training", "%.0f s", record.trainingSeconds());
    }
    FiguresText.line(text, "model", "%s", folder.model());
    FiguresText.line(text, "report", "%s", folder.report());
    return text.toString();
  }
}
