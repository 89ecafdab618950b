package io.boxfit.train.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.model.recipe.Recipes;
import io.boxfit.train.checkpoint.Safetensors;
import io.boxfit.train.trace.TraceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five steps an epoch; no figure gets better by so much, so the first epoch stays the best. */
class EarlyStoppingRunTest {
  private static final Recipe RECIPE =
      Recipes.load(
          "reliable",
          List.of(
              "data.trainCount=50",
              "data.validationShare=0.2",
              "batchSize=8",
              "epochs=7",
              "schedule.name=reduceOnPlateau",
              "schedule.patience=0",
              "schedule.minDelta=1000",
              "schedule.factor=0.5",
              "earlyStopping.patience=1",
              "earlyStopping.minDelta=1",
              "earlyStopping.monitor=validationIou"));

  @TempDir static Path folder;
  private static TrainingRun straight;
  private static Map<String, float[]> weights;

  private static TrainingRun begin(String name) {
    RunFolder run = RunFolder.create(folder.resolve(name));
    return TrainingRun.begin(run, RECIPE, LetterData.training(RECIPE), "test");
  }

  private static List<TraceEvent> trace(String name) {
    return TraceReader.read(folder.resolve(name).resolve("trace.jsonl"));
  }

  @BeforeAll
  static void train() {
    straight = begin("straight");
    weights = straight.train(List.of(), () -> false).orElseThrow();
  }

  @Test
  void theRunEndsEarlyAndSaysSo() {
    RunRecord record = RunRecord.read(folder.resolve("straight/run.json"));
    assertEquals("finished", record.state());
    assertEquals(15L, record.stoppedEarlyAt(), "two epochs no better than the first");
    List<TraceEvent> events = trace("straight");
    TraceEvent.End end = (TraceEvent.End) events.get(events.size() - 1);
    assertEquals("finished", end.state());
    assertEquals(OptionalLong.of(15), end.stoppedEarlyAt());
    TraceEvent.Probe probe = (TraceEvent.Probe) events.get(events.size() - 2);
    TraceEvent.Epoch epoch = (TraceEvent.Epoch) events.get(events.size() - 3);
    assertEquals(15, probe.step(), "the last step is probed");
    assertEquals(3, epoch.epoch());
    assertEquals(probe.meanIou(), epoch.validationIou().orElseThrow(), 1e-12, "the same letters");
  }

  @Test
  void plateausReduceTheRateOfTheNextEpoch() {
    double rate = RECIPE.optimizer().learningRate();
    for (TraceEvent event : trace("straight")) {
      if (event instanceof TraceEvent.Step step) {
        assertEquals(step.step() > 10 ? rate / 2 : rate, step.learningRate(), "" + step.step());
      }
    }
  }

  private static TrainingRun stoppedAfter(String name, int steps) {
    TrainingRun run = begin(name);
    AtomicLong asked = new AtomicLong();
    assertTrue(run.train(List.of(), () -> asked.incrementAndGet() > steps).isEmpty());
    assertNull(run.record().stoppedEarlyAt(), "stopped by hand is not stopped early");
    return run;
  }

  @Test
  void theWeightsAreThoseOfTheBestEpoch() throws IOException {
    TrainingRun run = stoppedAfter("first", 5);
    float[] best = saved("first/checkpoints/step-000000005.safetensors");
    run.layout().split(best).forEach((name, b) -> assertArrayEquals(b, weights.get(name), name));
    float[] last = saved("straight/checkpoints/step-000000015.safetensors");
    assertFalse(Arrays.equals(best, last), "it went on learning");
  }

  private static float[] saved(String checkpoint) throws IOException {
    return Safetensors.read(folder.resolve(checkpoint)).tensors().get("weights").values();
  }

  @Test
  void aRunThatWasStoppedGoesOnAsIfNothingHadHappened() {
    for (int steps : new int[] {4, 5, 12}) {
      String name = "stopped-" + steps;
      stoppedAfter(name, steps);
      requireGoesOn(name);
    }
  }

  /** As a process killed after its last checkpoint and before its record. */
  @Test
  void aRunKilledAfterItsLastEpochTrainsNoFurther() throws IOException {
    begin("killed").train(List.of(), () -> false);
    RunFolder killed = RunFolder.open(folder.resolve("killed"));
    RunRecord.read(killed.record()).with("running", null, null, null, null).write(killed.record());
    Files.delete(killed.weights());
    requireGoesOn("killed");
  }

  private static void requireGoesOn(String name) {
    TrainingRun resumed =
        TrainingRun.resume(
            RunFolder.open(folder.resolve(name)),
            RECIPE,
            LetterData.training(RECIPE),
            warning -> assertEquals("", warning));
    resumed.train(List.of(), () -> false);
    assertEquals(straight.record().weightsSha256(), resumed.record().weightsSha256(), name);
    assertEquals(15L, resumed.record().stoppedEarlyAt());
    assertEquals(told("straight"), told(name), name);
  }

  /** The events without times, which differ. */
  private static List<String> told(String name) {
    return trace(name).stream().map(e -> e.toString().replaceAll("seconds=[^,]*", "")).toList();
  }
}
