package io.boxfit.bench.recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.boxfit.core.box.Box;
import io.boxfit.core.trace.Look;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.train.trace.TraceReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The callback, called as Keras calls it, by a stand-in for Keras. */
class KerasCallbackTest {
  @TempDir static Path folder;
  private static JsonNode facts;
  private static List<TraceEvent> trace;

  @BeforeAll
  static void train() throws IOException {
    facts = PythonScript.run("record_keras.py", "keras", folder, "numpy");
    trace = TraceReader.readForeign(folder.resolve("keras.jsonl"));
  }

  private static <T> List<T> only(Class<T> kind) {
    return trace.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Test
  void stepsHoldTheLossOfTheirBatchAndNotTheMeanThatKerasTells() {
    List<TraceEvent.Step> steps = only(TraceEvent.Step.class);
    assertEquals(90, steps.size(), "so few are not thinned");
    for (TraceEvent.Step step : steps) {
      JsonNode fact = facts.at("/told/steps/" + step.step());
      double loss = fact.get("loss").isNull() ? Double.NaN : fact.get("loss").asDouble();
      assertEquals(loss, step.loss(), 1e-4, "step " + step.step());
      assertEquals(0.25, step.learningRate());
      assertEquals((step.step() - 1) / 30 + 1, step.epoch());
      if (!step.layers().isEmpty()) {
        TraceEvent.LayerState dense = step.layers().get("dense");
        assertEquals(fact.get("updateRatio").asDouble(), dense.updateRatio(), 1e-6);
        assertTrue(Double.isNaN(dense.gradientNorm()), "a callback does not see it");
      }
    }
    for (int step = 1; step <= 20; step++) {
      assertEquals(1, steps.get(step - 1).layers().size());
    }
  }

  @Test
  void theStartTellsHowMuchIsTrained() {
    TraceEvent.Start start = only(TraceEvent.Start.class).get(0);
    assertEquals(90, start.steps());
    assertEquals(500, start.samples());
    assertEquals(16, start.batchSize());
  }

  /** 23 weights of 0.02 and one of 0.26: deviation 0.24 sqrt(23) / 24; six inputs. */
  @Test
  void theStartTellsItsFirstWeights() {
    TraceEvent.Layer dense = only(TraceEvent.Start.class).get(0).layers().get(2);
    assertEquals("Dense", dense.kind());
    double deviation = 0.24 * Math.sqrt(23) / 24;
    assertEquals(deviation * Math.sqrt(6), dense.gain().orElseThrow(), 1e-6);
  }

  @Test
  void probesHoldPixelsOfTheModelInUse() {
    List<TraceEvent.Probe> probes = only(TraceEvent.Probe.class);
    assertEquals(
        List.of(0L, 16L, 20L, 24L, 28L, 32L, 40L, 48L, 56L, 64L, 80L, 90L),
        probes.stream().map(TraceEvent.Probe::step).toList());
    for (TraceEvent.Probe probe : probes) {
      JsonNode expected = facts.at("/told/probes/" + probe.step());
      for (int i = 0; i < 40; i++) {
        Box box = probe.predicted().get(i);
        assertEquals(expected.get(i).get(0).asDouble(), box.xMin(), 1e-4);
        assertEquals(expected.get(i).get(1).asDouble(), box.yMin(), 1e-4);
        assertEquals(expected.get(i).get(2).asDouble(), box.xMax(), 1e-4);
        assertEquals(expected.get(i).get(3).asDouble(), box.yMax(), 1e-4);
        assertEquals(facts.at("/told/truth/" + i + "/2").asDouble(), probe.truth().get(i).xMax());
      }
    }
  }

  /** The stand-in's bias grows by 0.125 whenever it is asked as in training. */
  @Test
  void theModelIsAskedOtherwiseAndPutBack() {
    Look.Forward forward = only(Look.Forward.class).get(0);
    assertEquals(List.of("embedding"), forward.frozen());
    assertEquals(0.125, forward.optimizer().get("weight_decay"));
    Look.Repeat repeat = only(Look.Repeat.class).get(0);
    List<TraceEvent.Probe> probes = only(TraceEvent.Probe.class);
    assertEquals(probes.get(probes.size() - 1).predicted(), repeat.use());
    for (int i = 0; i < 40; i++) {
      double use = repeat.use().get(i).xMin();
      assertEquals(use, repeat.reversed().get(i).xMin(), 1e-4);
      double grown = i < 32 ? 0.125 : 0.25;
      assertEquals(use + grown * 20, repeat.training().get(i).xMin(), 1e-4);
      assertEquals(use + (0.25 + grown) * 20, repeat.again().get(i).xMin(), 1e-4);
    }
    assertTrue(facts.at("/told/kept").asBoolean(), "weights are put back");
  }

  @Test
  void samplesOfTheTrainingAreLookedAt() {
    TraceEvent.Inputs inputs = only(TraceEvent.Inputs.class).get(0);
    assertEquals(48, inputs.samples());
    assertEquals(facts.at("/told/fed/0").asDouble(), inputs.pixels().min(), 1e-6);
    assertEquals(facts.at("/told/fed/1").asDouble(), inputs.pixels().max(), 1e-6);
    assertEquals(facts.at("/told/fed/2").asDouble(), inputs.pixels().mean(), 1e-5);
    assertEquals(1, inputs.noBoxes());
    assertEquals(List.of(48L, 4L), inputs.targetShape());
    Look.Forward forward = only(Look.Forward.class).get(0);
    assertEquals(facts.at("/told/goal/0").asDouble(), forward.targets().get(2).mean(), 1e-6);
    assertEquals(facts.at("/told/goal/1").asDouble(), forward.targets().get(2).deviation(), 1e-6);
    assertEquals(List.of(48L, 6L), forward.trained().shape());
    assertEquals(List.of(40L, 6L), forward.asked().shape());
    List<Look.Trained> told = only(Look.Trained.class);
    List<TraceEvent.Probe> probes = only(TraceEvent.Probe.class);
    assertEquals(
        probes.stream().map(TraceEvent.Probe::step).toList(),
        told.stream().map(Look.Trained::step).toList());
    requireClose("/told/first/", told.get(0).predicted());
    requireClose("/told/last/", told.get(told.size() - 1).predicted());
    requireClose("/told/goals/", told.get(0).truth());
  }

  private static void requireClose(String expected, List<Box> found) {
    assertEquals(48, found.size());
    for (int i = 0; i < found.size(); i++) {
      Box box = found.get(i);
      List<Double> sides = List.of(box.xMin(), box.yMin(), box.xMax(), box.yMax());
      for (int side = 0; side < 4; side++) {
        assertEquals(facts.at(expected + i + "/" + side).asDouble(), sides.get(side), 1e-4);
      }
    }
  }

  @Test
  void epochsAndTheEndAreTold() {
    List<TraceEvent.Epoch> epochs = only(TraceEvent.Epoch.class);
    assertEquals(3, epochs.size());
    assertEquals(facts.at("/told/means/1").asDouble(), epochs.get(1).meanLoss(), 1e-9);
    assertTrue(Double.isNaN(epochs.get(2).meanLoss()));
    TraceEvent.End end = (TraceEvent.End) trace.get(trace.size() - 1);
    assertEquals(90, end.step());
    assertEquals("finished", end.state());
  }

  /** Four batches at once: the mean went from 1 over 4 to 2 over 8, so the newest had 3. */
  @Test
  void pureFunctionsByHand() {
    assertEquals(3, facts.get("several").asDouble());
    assertEquals("[2.0,20.0,6.0,50.0]", facts.at("/formats/xyxy").toString());
    assertEquals("[4.0,10.0,10.0,30.0]", facts.at("/formats/yxyx").toString());
    assertEquals("[2.0,20.0,8.0,70.0]", facts.at("/formats/xywh").toString());
    assertEquals("[-1.0,-5.0,5.0,45.0]", facts.at("/formats/cxcywh").toString());
  }
}
