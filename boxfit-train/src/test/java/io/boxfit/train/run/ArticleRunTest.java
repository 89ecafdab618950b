package io.boxfit.train.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.model.recipe.Recipes;
import io.boxfit.train.loop.NonFiniteLossException;
import io.boxfit.train.trace.TraceReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network that ends in four numbers, like the story's but small, on letters of half the size. */
class ArticleRunTest {
  @TempDir Path folder;

  private static Recipe recipe(String... options) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "input={width: 100, height: 50, channels: 1}",
                "network=[{conv2d: {filters: 6, kernel: 8, stride: 4}}, leakyRelu, flatten, {dense:"
                    + " {units: 32}}, leakyRelu, {dense: {units: 4}}, sigmoid, boxHead]",
                "data.preset=story-half",
                "data.trainCount=200",
                "batchSize=20",
                "epochs=2"));
    all.addAll(List.of(options));
    return Recipes.load("article", all);
  }

  private TrainingRun begin(String name, Recipe recipe) {
    RunFolder run = RunFolder.create(folder.resolve(name));
    return TrainingRun.begin(run, recipe, LetterData.training(recipe), "test");
  }

  /** One gradient that is no number spoils every weight, and the run goes on as Keras's does. */
  @Test
  void theStorysLossTurnsAllWeightsIntoNoNumbers() {
    TrainingRun run = begin("story", recipe());
    Map<String, float[]> weights = run.train(List.of(), () -> false).orElseThrow();
    assertEquals(12, run.step());
    for (Map.Entry<String, float[]> parameter : weights.entrySet()) {
      for (float weight : parameter.getValue()) {
        assertTrue(Float.isNaN(weight), parameter.getKey() + ": " + weight);
      }
    }
    List<TraceEvent> trace = TraceReader.read(folder.resolve("story/trace.jsonl"));
    List<TraceEvent.Step> steps =
        trace.stream()
            .filter(TraceEvent.Step.class::isInstance)
            .map(TraceEvent.Step.class::cast)
            .toList();
    assertEquals(12, steps.size());
    assertTrue(Double.isNaN(steps.get(11).loss()), "loss " + steps.get(11).loss());
  }

  @Test
  void aRunThatWasStoppedAmongNoNumbersGoesOn() {
    Recipe recipe = recipe();
    TrainingRun run = begin("stopped", recipe);
    int[] asked = {0};
    assertTrue(run.train(List.of(), () -> ++asked[0] > 9).isEmpty());
    RunFolder stopped = RunFolder.open(folder.resolve("stopped"));
    List<String> warnings = new ArrayList<>();
    TrainingRun resumed =
        TrainingRun.resume(stopped, recipe, LetterData.training(recipe), warnings::add);
    assertEquals(9, resumed.step());
    assertTrue(resumed.train(List.of(), () -> false).isPresent());
    assertEquals(List.of(), warnings);
  }

  @Test
  void theStorysLossStopsTheRunWhereItIsAskedTo() {
    TrainingRun run = begin("stops", recipe("onNonFinite=stop"));
    assertThrows(NonFiniteLossException.class, () -> run.train(List.of(), () -> false));
    assertEquals("nonFinite", run.record().state());
  }

  @Test
  void squaredErrorsLearn() {
    Recipe recipe =
        recipe(
            "loss=mse",
            "optimizer={name: adam, learningRate: 0.005}",
            "data.trainCount=3000",
            "epochs=4");
    List<TraceEvent> events = new ArrayList<>();
    begin("learns", recipe).train(List.of(events::add), () -> false);
    List<TraceEvent.Probe> probes =
        events.stream()
            .filter(TraceEvent.Probe.class::isInstance)
            .map(TraceEvent.Probe.class::cast)
            .toList();
    double first = probes.get(0).meanIou();
    double last = probes.get(probes.size() - 1).meanIou();
    assertTrue(first < 0.1 && last > 0.3, "mean IoU from " + first + " to " + last);
  }
}
