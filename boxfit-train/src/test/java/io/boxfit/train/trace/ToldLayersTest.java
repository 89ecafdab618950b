package io.boxfit.train.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.model.recipe.Recipes;
import io.boxfit.train.run.LetterData;
import io.boxfit.train.run.RunFolder;
import io.boxfit.train.run.TrainingRun;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Boxfit's own trainings tell of their layers, read back from the file. */
class ToldLayersTest {
  @TempDir Path folder;

  private List<TraceEvent> trace(String bias) {
    Recipe recipe =
        Recipes.load(
            "article",
            List.of(
                "input={width: 200, height: 100}",
                "network=[{conv2d: {filters: 3, kernel: 8, stride: 8}}, {batchNorm: {momentum: 0.9}},"
                    + " flatten, {dropout: {share: 0.25}}, {dense: {units: 5, biasInitializer:"
                    + " {constant: {value: "
                    + bias
                    + "}}}}, relu, {dense: {units: 4}}, sigmoid, {boxHead: {format: xyxy, unit: relative}}]",
                "loss=mse",
                "data.trainCount=80",
                "data.validationShare=0",
                "batchSize=40",
                "epochs=1"));
    RunFolder run = RunFolder.create(folder.resolve("run" + bias));
    TrainingRun training = TrainingRun.begin(run, recipe, LetterData.training(recipe), "test");
    assertTrue(training.train(List.of(), () -> false).isPresent());
    return TraceReader.read(run.trace());
  }

  private static <T extends TraceEvent> T first(List<TraceEvent> trace, Class<T> kind) {
    return trace.stream().filter(kind::isInstance).map(kind::cast).findFirst().orElseThrow();
  }

  @Test
  void kindsAndFiguresOfAllLayersAndTheNumberOfSamples() {
    TraceEvent.Start start = first(trace("0"), TraceEvent.Start.class);
    assertEquals(80, start.samples());
    assertEquals(
        List.of(
            "Conv2D",
            "BatchNorm",
            "Flatten",
            "Dropout",
            "Dense",
            "ReLU",
            "Dense",
            "Sigmoid",
            "BoxHead"),
        start.layers().stream().map(TraceEvent.Layer::kind).toList());
    assertEquals(OptionalLong.of(3), start.layers().get(0).units());
    assertEquals(OptionalDouble.of(0.9), start.layers().get(1).momentum());
    assertEquals(OptionalDouble.of(0.25), start.layers().get(3).share());
    assertEquals(OptionalLong.of(5), start.layers().get(4).units());
    assertEquals("dense2", start.layers().get(6).name());
    // Glorot's: deviation sqrt(2 / (in + out)), of 64 inputs and 3 * 64 outputs.
    assertEquals(Math.sqrt(2.0 * 64 / 256), start.layers().get(0).gain().orElseThrow(), 0.1);
    assertEquals(OptionalDouble.empty(), start.layers().get(1).gain());
  }

  /** Sums of -1000 and some: behind a ReLU no unit gives anything, and none is brought back. */
  @Test
  void unitsThatGetNoGradientAreCounted() {
    TraceEvent.Step dead = first(trace("-1000"), TraceEvent.Step.class);
    assertEquals(OptionalDouble.of(1), dead.layers().get("conv2d1").deadShare());
    assertEquals(OptionalDouble.of(1), dead.layers().get("dense1").deadShare());
    assertTrue(dead.layers().get("dense2").gradientNorm() > 0, "its bias moves");
    assertEquals(OptionalDouble.empty(), dead.layers().get("batchNorm1").deadShare());
    TraceEvent.Step alive = first(trace("5"), TraceEvent.Step.class);
    assertEquals(OptionalDouble.of(0), alive.layers().get("dense1").deadShare());
  }
}
