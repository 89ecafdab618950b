package io.boxfit.train.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.BadInputException;
import io.boxfit.core.box.Box;
import io.boxfit.core.digest.Sha256;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.model.recipe.Recipes;
import io.boxfit.train.loop.NonFiniteLossException;
import io.boxfit.train.trace.TraceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The promise of a seed, through the door that the command line uses. */
class TrainingRunTest {
  @TempDir static Path shared;
  @TempDir Path folder;

  private static String straight;

  private static Recipe recipe(String... options) {
    // A batch just large enough to be shared between two threads.
    List<String> all =
        new ArrayList<>(
            List.of("data.trainCount=500", "data.validationShare=0.04", "batchSize=18"));
    all.addAll(List.of(options));
    return Recipes.load("reliable", all);
  }

  private static TrainingRun begin(Path path, Recipe recipe) {
    RunFolder run = RunFolder.create(path);
    return TrainingRun.begin(run, recipe, LetterData.training(recipe), "test");
  }

  private TrainingRun begin(String name, Recipe recipe) {
    return begin(folder.resolve(name), recipe);
  }

  private static String trained(Path path, Recipe recipe) {
    TrainingRun run = begin(path, recipe);
    assertTrue(run.train(List.of(), () -> false).isPresent());
    return run.record().weightsSha256();
  }

  private String trained(String name, Recipe recipe) {
    return trained(folder.resolve(name), recipe);
  }

  /** A run that nothing happens to, for others to be compared with; not to be changed. */
  @BeforeAll
  static void train() {
    straight = trained(shared.resolve("straight"), recipe());
  }

  @Test
  void theSameSeedGivesTheSameWeightsOnAnyNumberOfThreads() throws IOException {
    assertEquals(straight, trained("again", recipe()), "again");
    assertEquals(straight, trained("one", recipe("threads=1")), "on one thread");
    assertNotEquals(straight, trained("other", recipe("seed=2")), "another seed");
    byte[] weights = Files.readAllBytes(shared.resolve("straight/weights.safetensors"));
    assertEquals(straight, new Sha256().add(weights).hex(), "anybody can check the digest");
    assertEquals("finished", RunRecord.read(shared.resolve("straight/run.json")).state());
  }

  @Test
  void aRunThatWasStoppedGoesOnAsIfNothingHadHappened() throws IOException {
    Recipe recipe = recipe();
    TrainingRun run = begin("stopped", recipe);
    AtomicLong asked = new AtomicLong();
    assertTrue(run.train(List.of(), () -> asked.incrementAndGet() > 11).isEmpty());
    RunFolder stopped = RunFolder.open(folder.resolve("stopped"));
    assertEquals("stopped", RunRecord.read(stopped.record()).state());
    Files.writeString(stopped.trace(), "{\"event\":\"step\",\"st", StandardOpenOption.APPEND);
    Path newest = newestCheckpoint(stopped);
    Files.write(newest, Arrays.copyOf(Files.readAllBytes(newest), 5000));

    List<String> warnings = new ArrayList<>();
    Recipe same = RunRecord.read(stopped.record()).recipe(stopped.record());
    assertEquals(recipe, same);
    TrainingRun resumed =
        TrainingRun.resume(stopped, same, LetterData.training(same), warnings::add);
    assertEquals(1, warnings.size(), warnings.toString());
    assertTrue(warnings.get(0).contains(newest.getFileName().toString()), warnings.get(0));
    resumed.train(List.of(), () -> false);
    assertEquals(straight, resumed.record().weightsSha256());
    assertEquals(
        steps(shared.resolve("straight/trace.jsonl")), steps(stopped.trace()), "no gap, no double");
  }

  private static List<Long> steps(Path trace) {
    return TraceReader.read(trace).stream()
        .filter(TraceEvent.Step.class::isInstance)
        .map(e -> ((TraceEvent.Step) e).step())
        .toList();
  }

  private static Path newestCheckpoint(RunFolder run) throws IOException {
    try (Stream<Path> files = Files.list(run.checkpoints())) {
      return files
          .filter(f -> f.getFileName().toString().startsWith("step-"))
          .max(Path::compareTo)
          .orElseThrow();
    }
  }

  @Test
  void learnsToFollowTheLetter() {
    Recipe recipe = recipe("data.trainCount=1800", "data.preset=story");
    List<TraceEvent> events = new ArrayList<>();
    begin("learns", recipe).train(List.of(events::add), () -> false);
    List<TraceEvent.Probe> probes =
        events.stream()
            .filter(TraceEvent.Probe.class::isInstance)
            .map(TraceEvent.Probe.class::cast)
            .toList();
    assertTrue(probes.get(0).meanIou() < 0.3, "knows nothing at first: " + probes.get(0).meanIou());
    double last = probes.get(probes.size() - 1).meanIou();
    assertTrue(last > 0.85, "mean IoU after 96 steps: " + last);
    assertEquals(probes, readProbes("learns"), "the trace says what the listeners heard");
  }

  private List<TraceEvent.Probe> readProbes(String run) {
    return TraceReader.read(folder.resolve(run).resolve("trace.jsonl")).stream()
        .filter(TraceEvent.Probe.class::isInstance)
        .map(TraceEvent.Probe.class::cast)
        .toList();
  }

  @Test
  void aLossThatIsNotANumberStopsTheRunAndKeepsTheLastCheckpoint() throws IOException {
    Recipe recipe =
        recipe("optimizer.learningRate=100", "optimizer.weightDecay=100", "schedule.name=constant");
    TrainingRun run = begin("sick", recipe);
    NonFiniteLossException e =
        assertThrows(NonFiniteLossException.class, () -> run.train(List.of(), () -> false));
    assertFalse(e.getMessage().contains("\n"));
    assertTrue(e.getMessage().contains("is not a number"), e.getMessage());
    assertEquals("nonFinite", RunRecord.read(folder.resolve("sick/run.json")).state());
    assertTrue(Files.exists(newestCheckpoint(RunFolder.open(folder.resolve("sick")))));
    assertFalse(Files.exists(folder.resolve("sick/weights.safetensors")));
  }

  @Test
  void aRunGoesOnWithoutNumbersWhereTheRecipeSaysSoAndResumesThere() throws IOException {
    Recipe recipe =
        recipe(
            "optimizer.learningRate=100",
            "optimizer.weightDecay=100",
            "schedule.name=constant",
            "onNonFinite=continue");
    String lost = trained("straight", recipe);
    TrainingRun run = begin("stopped", recipe);
    AtomicLong asked = new AtomicLong();
    assertTrue(run.train(List.of(), () -> asked.incrementAndGet() > 11).isEmpty());
    List<String> warnings = new ArrayList<>();
    TrainingRun resumed =
        TrainingRun.resume(
            RunFolder.open(folder.resolve("stopped")),
            recipe,
            LetterData.training(recipe),
            warnings::add);
    assertEquals(List.of(), warnings, "a checkpoint of what is not a number is a good one");
    assertEquals(11, resumed.step());
    resumed.train(List.of(), () -> false);
    assertEquals("finished", resumed.record().state());
    assertEquals(lost, resumed.record().weightsSha256());
    Path trace = folder.resolve("stopped/trace.jsonl");
    assertEquals(steps(folder.resolve("straight/trace.jsonl")), steps(trace));
    List<TraceEvent> events = TraceReader.read(trace);
    assertTrue(
        events.stream()
            .anyMatch(e -> e instanceof TraceEvent.Step s && !Double.isFinite(s.loss())));
    List<TraceEvent.Probe> probes = readProbes("stopped");
    assertTrue(probes.stream().allMatch(p -> p.meanIou() >= 0 && p.meanIou() <= 1));
    TraceEvent.Probe last = probes.get(probes.size() - 1);
    assertTrue(last.predicted().stream().noneMatch(Box::isProper), last.predicted().toString());
    assertTrue(Files.readString(trace).contains("\"NaN\""), "JSON has no number for it: a string");
  }

  @Test
  void anotherRunsCheckpointIsRefused() throws IOException {
    Recipe other = recipe("seed=9");
    TrainingRun run = begin("other", other);
    run.train(List.of(), () -> true);
    Path own = newestCheckpoint(RunFolder.open(folder.resolve("other")));
    Path foreign = newestCheckpoint(RunFolder.open(shared.resolve("straight")));
    Files.delete(own);
    Files.copy(foreign, own);
    List<String> warnings = new ArrayList<>();
    TrainingRun.resume(
        RunFolder.open(folder.resolve("other")), other, LetterData.training(other), warnings::add);
    assertTrue(warnings.get(0).contains("another recipe"), warnings.toString());
  }

  @Test
  void aFolderWithSomethingInItIsRefused() throws IOException {
    Files.writeString(folder.resolve("note.txt"), "mine");
    BadInputException e = assertThrows(BadInputException.class, () -> RunFolder.create(folder));
    assertTrue(e.getMessage().contains("not empty"), e.getMessage());
    assertThrows(BadInputException.class, () -> RunFolder.open(folder));
  }
}
