package io.boxfit.train.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.BadInputException;
import io.boxfit.core.box.Box;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.model.recipe.Recipes;
import io.boxfit.train.trace.TraceReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network with dropout and moving statistics that stops early by its loss on other letters. */
class ValidationLossTest {
  private static final Recipe RECIPE =
      Recipes.load(
          "article",
          List.of(
              "input={width: 100, height: 50, channels: 1}",
              "network=[{conv2d: {filters: 4, kernel: 8, stride: 4}}, batchNorm, relu, flatten,"
                  + " {dropout: {share: 0.5}}, {dense: {units: 4}}, sigmoid, boxHead]",
              "loss=mse",
              "optimizer={name: adam}",
              "data.preset=story-half",
              "data.trainCount=200",
              "batchSize=20",
              "epochs=7",
              "earlyStopping={patience: 1, minDelta: 1, monitor: validationLoss}"));

  @TempDir Path folder;

  private TrainingRun begin(String name) {
    RunFolder run = RunFolder.create(folder.resolve(name));
    return TrainingRun.begin(run, RECIPE, LetterData.training(RECIPE), "test");
  }

  private List<TraceEvent> trace(String name) {
    return TraceReader.read(folder.resolve(name).resolve("trace.jsonl"));
  }

  /** Mean squared error in shares of the picture, from boxes in pixels. */
  private static double meanSquare(TraceEvent.Probe probe) {
    double sum = 0;
    for (int i = 0; i < probe.truth().size(); i++) {
      Box p = probe.predicted().get(i);
      Box t = probe.truth().get(i);
      double x = Math.pow(p.xMin() - t.xMin(), 2) + Math.pow(p.xMax() - t.xMax(), 2);
      double y = Math.pow(p.yMin() - t.yMin(), 2) + Math.pow(p.yMax() - t.yMax(), 2);
      sum += (x / (100 * 100) + y / (50 * 50)) / 4;
    }
    return sum / probe.truth().size();
  }

  @Test
  void theLossOfOtherLettersEndsTheRunAndOneThatWasStoppedGoesOnAlike() {
    TrainingRun straight = begin("straight");
    assertTrue(straight.train(List.of(), () -> false).isPresent());
    assertEquals(18L, straight.record().stoppedEarlyAt(), "two epochs no better than the first");
    List<TraceEvent> events = trace("straight");
    TraceEvent.Epoch epoch = (TraceEvent.Epoch) events.get(events.size() - 3);
    TraceEvent.Probe probe = (TraceEvent.Probe) events.get(events.size() - 2);
    assertEquals(80, probe.truth().size(), "the same letters");
    assertEquals(meanSquare(probe), epoch.validationLoss().orElseThrow(), 1e-6);
    assertNotEquals(epoch.meanLoss(), epoch.validationLoss().orElseThrow(), 1e-4);
    assertTrue(epoch.validationIou().isEmpty(), "nothing looks at it");

    int[] asked = {0};
    assertTrue(begin("stopped").train(List.of(), () -> ++asked[0] > 8).isEmpty());
    TrainingRun resumed =
        TrainingRun.resume(
            RunFolder.open(folder.resolve("stopped")),
            RECIPE,
            LetterData.training(RECIPE),
            warning -> assertEquals("", warning));
    assertTrue(resumed.train(List.of(), () -> false).isPresent());
    assertEquals(straight.record().weightsSha256(), resumed.record().weightsSha256());
    assertEquals(18L, resumed.record().stoppedEarlyAt());
    assertEquals(losses(events), losses(trace("stopped")));
  }

  private static List<Double> losses(List<TraceEvent> trace) {
    return trace.stream()
        .filter(TraceEvent.Epoch.class::isInstance)
        .map(e -> ((TraceEvent.Epoch) e).validationLoss().orElseThrow())
        .toList();
  }

  @Test
  void aLossThatNeedsGuidanceOrHasNoOtherLettersIsRefused() {
    for (String who : List.of("earlyStopping", "schedule")) {
      String name = who.equals("schedule") ? "name: reduceOnPlateau, " : "";
      String option = who + "={" + name + "monitor: validationLoss}";
      BadInputException guided =
          assertThrows(BadInputException.class, () -> Recipes.load("reliable", List.of(option)));
      assertTrue(guided.getMessage().contains(who + ".monitor: validationLoss"), guided.toString());
      assertTrue(guided.getMessage().contains("coarseToFine"), guided.getMessage());
      BadInputException none =
          assertThrows(
              BadInputException.class,
              () -> Recipes.load("article", List.of(option, "data.validationShare=0")));
      assertTrue(none.getMessage().contains("set data.validationShare"), none.getMessage());
    }
  }
}
