package io.boxfit.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.boxfit.core.box.Box;
import io.boxfit.core.overlap.Iou;
import io.boxfit.data.letters.Letters;
import io.boxfit.data.letters.LettersPreset;
import io.boxfit.train.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From letters to boxes, as a person would do it. */
final class MainJobTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private static JsonNode json(Path file) throws IOException {
    return JSON.readTree(Files.readAllBytes(file));
  }

  private static String weights(Path run) throws IOException {
    return json(run.resolve("run.json")).path("weightsSha256").asText();
  }

  @Test
  void trainingAgainGivesTheSameWeightsAndItsOutcomeAsJson() throws IOException {
    Path again = folder.resolve("again");
    JsonNode told = JSON.readTree(TrainedRun.train(again, "--json").done().out());
    assertEquals(64, weights(again).length());
    assertEquals(weights(TrainedRun.instance()), weights(again));
    assertEquals(weights(again), told.path("weightsSha256").asText());
    assertEquals(json(again.resolve("metrics.json")), told.path("metrics"));
    assertTrue(told.path("metrics").path("meanIou").asDouble() > 0.3, told.toString());
    for (String file : List.of("report.html", "model.onnx", "trace.jsonl", "inputs.png")) {
      assertTrue(Files.size(again.resolve(file)) > 0, file);
    }
  }

  @Test
  void stoppedRunGoesOnAsIfItHadNeverStopped() throws IOException {
    Path run = folder.resolve("stopped run");
    AtomicInteger steps = new AtomicInteger();
    Object[] begin =
        Stream.of(TrainedRun.OPTIONS, new Object[] {"--out", run}).flatMap(Stream::of).toArray();
    CommandLineRun stopped = CommandLineRun.of(() -> steps.getAndIncrement() >= 7, begin);
    assertEquals(ExitCode.STOPPED, stopped.exitCode());
    assertEquals("", stopped.out());
    String goOn = "go on with: ./boxfit train --resume --out '" + run + "'";
    assertTrue(stopped.err().strip().endsWith(goOn), stopped.err());

    CommandLineRun other =
        CommandLineRun.of("train", "--resume", "--out", run, "--set", "epochs=2");
    assertEquals(ExitCode.BAD_INPUT, other.exitCode());
    assertTrue(other.err().contains("'epochs=2' contradicts"), other.err());

    try (RunLock lock = RunLock.take(new RunFolder(run))) {
      CommandLineRun second = CommandLineRun.of("train", "--resume", "--out", run);
      assertEquals(ExitCode.BAD_INPUT, second.exitCode());
      assertTrue(second.err().contains("another process"), second.err());
    }

    Path torn = Files.writeString(run.resolve("checkpoints/step-000000009.safetensors.part"), "{");
    CommandLineRun resumed = CommandLineRun.of("train", "--resume", "--out", run, "--seed", 3);
    assertFalse(Files.exists(torn), "what a killed process left half written");
    assertTrue(resumed.done().err().startsWith("going on after step 7"), resumed.err());
    assertEquals(weights(TrainedRun.instance()), weights(run));
    assertFalse(Files.exists(run.resolve("run.lock")));
  }

  @Test
  void finishedRunIsCompletedWhereSomethingIsMissing() throws IOException {
    Path run = folder.resolve("run");
    TrainedRun.train(run).done();
    byte[] model = Files.readAllBytes(run.resolve("model.onnx"));
    JsonNode metrics = json(run.resolve("metrics.json"));
    CommandLineRun nothing = CommandLineRun.of("train", "--resume", "--out", run).done();
    assertTrue(nothing.err().contains("nothing to do"), nothing.err());
    assertTrue(nothing.out().contains("report.html"), nothing.out());
    for (String file : List.of("model.onnx", "metrics.json", "report.html")) {
      Files.delete(run.resolve(file));
    }
    CommandLineRun completed = CommandLineRun.of("train", "--resume", "--out", run).done();
    assertTrue(completed.err().contains("making what is missing"), completed.err());
    assertEquals(-1, Arrays.mismatch(model, Files.readAllBytes(run.resolve("model.onnx"))));
    assertEquals(metrics.path("meanIou"), json(run.resolve("metrics.json")).path("meanIou"));
    assertTrue(Files.exists(run.resolve("report.html")));
  }

  @Test
  void evaluationPrintsWhatTheRunHolds() throws IOException {
    Path run = TrainedRun.instance();
    CommandLineRun evaluated =
        CommandLineRun.of(
            "evaluate", "--model", run.resolve("model.onnx"), "--data", "letters", "--json");
    JsonNode told = JSON.readTree(evaluated.done().out());
    JsonNode held = json(run.resolve("metrics.json"));
    assertEquals(TrainedRun.TEST_LETTERS, told.path("samples").asInt());
    for (String key : List.of("meanIou", "medianIou", "iouAt50", "constantBaseline", "skill")) {
      assertEquals(held.path(key).asDouble(Double.NaN), told.path(key).asDouble(), 1e-4, key);
    }
  }

  @Test
  void otherLettersAndFewerOfThemCanBeAskedFor() throws IOException {
    CommandLineRun evaluated =
        CommandLineRun.of(
            "evaluate",
            "--model",
            TrainedRun.instance(),
            "--data",
            "letters:varied",
            "--count",
            70,
            "--seed",
            9,
            "--json");
    assertEquals(70, JSON.readTree(evaluated.done().out()).path("samples").asInt());
  }

  @Test
  void validationIsWhatTheRunKeptBack() throws IOException {
    List<Object> args =
        List.of("evaluate", "--model", TrainedRun.instance(), "--data", "letters", "--json");
    List<Object> validation = new ArrayList<>(args);
    validation.addAll(List.of("--split", "validation"));
    JsonNode told = JSON.readTree(CommandLineRun.of(validation.toArray()).done().out());
    assertEquals(TrainedRun.VALIDATION_LETTERS, told.path("samples").asInt());
    validation.addAll(List.of("--count", TrainedRun.VALIDATION_LETTERS + 1));
    CommandLineRun refused = CommandLineRun.of(validation.toArray());
    assertEquals(ExitCode.BAD_INPUT, refused.exitCode());
    assertTrue(refused.err().contains(TrainedRun.VALIDATION_LETTERS + " letters"), refused.err());
  }

  @Test
  void predictionsOfWrittenLettersGiveTheRunsMeanIou() throws IOException {
    Path letters = folder.resolve("letters");
    CommandLineRun.of("letters", "--count", 20, "--preset", "story", "--out", letters).done();
    List<Object> args =
        new ArrayList<>(List.of("predict", "--model", TrainedRun.instance(), "--json"));
    for (int i = 0; i < 20; i++) {
      args.add(letters.resolve("images").resolve(String.format("%06d.png", i)));
    }
    args.addAll(List.of("--draw", folder.resolve("drawn")));
    JsonNode told = JSON.readTree(CommandLineRun.of(args.toArray()).done().out());
    Letters same = new Letters(LettersPreset.STORY, 1, "test", 20);
    double sum = 0;
    for (int i = 0; i < 20; i++) {
      assertEquals(args.get(4 + i).toString(), told.path(i).path("image").asText());
      JsonNode box = told.path(i).path("box");
      Box predicted =
          new Box(
              box.path("xMin").asDouble(),
              box.path("yMin").asDouble(),
              box.path("xMax").asDouble(),
              box.path("yMax").asDouble());
      sum += new Iou().of(predicted, same.get(i).box());
    }
    CommandLineRun evaluated =
        CommandLineRun.of(
            "evaluate",
            "--model",
            TrainedRun.instance(),
            "--data",
            "letters",
            "--count",
            20,
            "--json");
    double judged = JSON.readTree(evaluated.done().out()).path("meanIou").asDouble();
    assertEquals(judged, sum / 20, 1e-9);
    try (Stream<Path> drawn = Files.list(folder.resolve("drawn"))) {
      assertEquals(20, drawn.count());
    }
    CommandLineRun twice = CommandLineRun.of(args.toArray());
    assertEquals(ExitCode.BAD_INPUT, twice.exitCode());
    assertTrue(twice.err().contains("not empty"), twice.err());
  }

  @Test
  void demoTellsWhatWillHappenAndWhereToLook() {
    Path run = folder.resolve("demo");
    CommandLineRun demo =
        CommandLineRun.of(
            "demo", "--out", run, "--set", "data.trainCount=320", "--set", "data.testCount=100");
    assertTrue(demo.done().err().startsWith("1. "), demo.err());
    assertTrue(demo.out().contains("report"), demo.out());
    assertTrue(Files.exists(run.resolve("report.html")));
  }

  @Test
  void lossThatIsNotANumberStopsTheRunWithOneLine() throws IOException {
    Path run = folder.resolve("run");
    CommandLineRun failed =
        TrainedRun.train(
            run,
            "--set",
            "optimizer.learningRate=100",
            "--set",
            "optimizer.weightDecay=100",
            "--set",
            "schedule=constant");
    assertEquals(ExitCode.FAILED, failed.exitCode(), failed.err());
    List<String> errors = failed.err().lines().filter(l -> l.startsWith("boxfit: ")).toList();
    assertEquals(1, errors.size(), failed.err());
    assertTrue(errors.get(0).contains("not a number"), failed.err());
    assertFalse(Files.exists(run.resolve("model.onnx")));
    CommandLineRun again = CommandLineRun.of("train", "--resume", "--out", run);
    assertEquals(ExitCode.BAD_INPUT, again.exitCode(), again.err());
  }
}
