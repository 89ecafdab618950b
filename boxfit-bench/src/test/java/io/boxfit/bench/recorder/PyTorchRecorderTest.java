package io.boxfit.bench.recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.boxfit.core.box.Box;
import io.boxfit.core.trace.Look;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.train.loop.Cadence;
import io.boxfit.train.trace.TraceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training in PyTorch is recorded as it was, and stays what it would have been. */
class PyTorchRecorderTest {
  private static final int STEPS = 120;

  @TempDir static Path folder;
  private static JsonNode facts;

  @BeforeAll
  static void train() throws IOException {
    facts = PythonScript.run("record_pytorch.py", "pytorch", folder, "torch", "numpy");
  }

  private static List<TraceEvent> trace() {
    return TraceReader.readForeign(folder.resolve("trace.jsonl"));
  }

  private static <T> List<T> only(List<TraceEvent> trace, Class<T> kind) {
    return trace.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Test
  void recordingChangesNothing() {
    for (String what : List.of("weights", "random", "modes")) {
      assertEquals(facts.at("/without/" + what), facts.at("/with/" + what), what);
    }
    assertEquals(64, facts.at("/with/weights").asText().length());
    assertTrue(facts.at("/with/modes").toString().contains("true,false,true"), "a part is frozen");
  }

  @Test
  void theStartSaysWhatIsTrained() {
    TraceEvent.Start start = (TraceEvent.Start) trace().get(0);
    assertTrue(start.framework().startsWith("PyTorch "), start.framework());
    assertEquals("Net, 3772 parameters", start.network());
    assertEquals(
        List.of("L1", "AdamW", "XYXY"),
        List.of(start.loss(), start.optimizer(), start.boxFormat()));
    assertEquals(List.of(24, 16), List.of(start.imageWidth(), start.imageHeight()));
    assertEquals(STEPS, start.steps());
    assertEquals(24, start.batchSize());
    assertEquals(240, start.samples());
    // PyTorch's layers start uniformly within 1 / sqrt(inputs): a gain of sqrt(1/3).
    assertEquals(Math.sqrt(1.0 / 3), start.layers().get(0).gain().orElseThrow(), 0.1);
    assertTrue(start.layers().get(1).gain().isEmpty(), "a batch norm has no kernel");
  }

  @Test
  void gradientsThatWereClearedAreSeenOnce() {
    List<Optional<Boolean>> told =
        only(trace(), TraceEvent.Step.class).stream()
            .map(TraceEvent.Step::gradientsKept)
            .filter(Optional::isPresent)
            .toList();
    assertEquals(List.of(Optional.of(false)), told);
  }

  @Test
  void eventsComeInOrderAndAreThinnedAsBoxfitDoes() {
    List<TraceEvent> trace = trace();
    Cadence cadence = new Cadence(STEPS);
    List<Long> traced = LongStream.rangeClosed(1, STEPS).filter(cadence::traced).boxed().toList();
    List<TraceEvent.Step> steps = only(trace, TraceEvent.Step.class);
    assertEquals(traced, steps.stream().map(TraceEvent.Step::step).toList());
    for (TraceEvent.Step step : steps) {
      assertEquals(
          cadence.lookedInto(step.step()), !step.layers().isEmpty(), "step " + step.step());
    }
    List<Long> probed = LongStream.rangeClosed(0, STEPS).filter(cadence::probed).boxed().toList();
    List<Long> probes =
        only(trace, TraceEvent.Probe.class).stream().map(TraceEvent.Probe::step).toList();
    assertEquals(probed, probes);
    assertTrue(trace.get(1) instanceof TraceEvent.Probe, "what it says before the first step");
    TraceEvent.End end = (TraceEvent.End) trace.get(trace.size() - 1);
    assertEquals("finished", end.state());
    assertEquals(STEPS, end.step());
    assertTrue(end.seconds() > 0 && end.seconds() < 600, "seconds " + end.seconds());
  }

  @Test
  void figuresAreThoseOfAnIndependentComputation() {
    for (TraceEvent.Step step : only(trace(), TraceEvent.Step.class)) {
      JsonNode fact = facts.at("/with/steps/" + step.step());
      assertEquals(fact.get("loss").asDouble(), step.loss(), 0);
      assertEquals(fact.get("rate").asDouble(), step.learningRate(), 0);
      assertEquals((step.step() - 1) / 10 + 1, step.epoch());
      if (step.layers().isEmpty()) {
        continue;
      }
      assertEquals(fact.get("layers").size(), step.layers().size());
      step.layers()
          .forEach(
              (name, state) -> {
                JsonNode layer = fact.get("layers").get(name);
                requireClose(layer.get("gradientNorm").asDouble(), state.gradientNorm());
                requireClose(layer.get("updateRatio").asDouble(), state.updateRatio());
                requireClose(layer.get("norm").asDouble(), state.norm().orElseThrow());
                assertEquals(0, state.nonFinite());
              });
    }
  }

  private static void requireClose(double expected, double found) {
    assertEquals(expected, found, 1e-5 * Math.abs(expected));
  }

  @Test
  void probesHoldPixelsOfTheModelInUse() {
    List<TraceEvent.Probe> probes = only(trace(), TraceEvent.Probe.class);
    for (TraceEvent.Probe probe : probes) {
      assertEquals(40, probe.truth().size());
      requireClose(facts.at("/with/truth"), probe.truth());
      requireClose(facts.at("/with/probes/" + probe.step()), probe.predicted());
      assertEquals("validation", probe.split());
    }
    double before = probes.get(0).meanIou();
    double after = probes.get(probes.size() - 1).meanIou();
    assertTrue(after > before + 0.2, "mean IoU from " + before + " to " + after);
  }

  private static void requireClose(JsonNode expected, List<Box> found) {
    assertEquals(expected.size(), found.size());
    for (int i = 0; i < found.size(); i++) {
      Box box = found.get(i);
      List<Double> sides = List.of(box.xMin(), box.yMin(), box.xMax(), box.yMax());
      for (int side = 0; side < 4; side++) {
        assertEquals(expected.get(i).get(side).asDouble(), sides.get(side), 1e-4);
      }
    }
  }

  @Test
  void theFirstBatchIsSeenOnItsWay() {
    Look.Forward forward = only(trace(), Look.Forward.class).get(0);
    List<String> names = forward.layers().stream().map(Look.Passed::name).toList();
    assertEquals(
        List.of("body.0", "body.1", "body.2", "body.3", "body.4", "body.5", "drop", "head"), names);
    Look.Passed head = forward.layers().get(7);
    assertEquals(List.of(24L, 768L), head.given());
    assertEquals(List.of(24L, 4L), head.gives());
    assertTrue(head.differs().orElseThrow() > 0);
    assertEquals(List.of(), forward.frozen(), "a part of body.1 is trained");
    assertEquals(List.of(), forward.foreign());
    assertEquals(0.005, forward.optimizer().get("lr"));
    assertEquals(List.of(0.005), forward.rates());
    assertEquals(0.9, forward.optimizer().get("betas[0]"));
    assertEquals(List.of(24L, 1L, 16L, 24L), forward.trained().shape());
    assertEquals(List.of(40L, 1L, 16L, 24L), forward.asked().shape());
    assertEquals(0, forward.trained().blank().orElseThrow(), "noise is nowhere blank");
    assertEquals(0, forward.mixed().orElseThrow(), "batch norm in use goes by what it kept");
    for (int i = 0; i < 4; i++) {
      requireClose(facts.at("/with/first/means/" + i).asDouble(), forward.targets().get(i).mean());
      requireClose(
          facts.at("/with/first/deviations/" + i).asDouble(), forward.targets().get(i).deviation());
    }
  }

  @Test
  void whatComesThroughTheSigmoidIsSeen() {
    Look.Pull pull = only(trace(), Look.Pull.class).get(0);
    assertEquals(1, pull.step());
    for (double gradient : pull.gradient()) {
      requireClose(1.0 / (24 * 4), gradient);
    }
    assertEquals(0, pull.noGradient());
    assertEquals(0, pull.held().orElseThrow());
    assertEquals(0, pull.idle().orElseThrow());
    assertTrue(pull.own().isEmpty(), "distances pull with one force: that tells nothing");
    assertTrue(pull.reached());
    assertEquals(
        facts.at("/with/first/slope").asDouble(), pull.slope().orElseThrow(), 1e-5, "s (1 - s)");
    assertEquals(
        facts.at("/with/first/last").asDouble(), pull.last().orElseThrow().max(), 1e-4, "logits");
  }

  @Test
  void theNetworkIsAskedOtherwise() {
    Look.Repeat repeat = only(trace(), Look.Repeat.class).get(0);
    requireClose(facts.at("/with/probes/" + STEPS), repeat.use());
    requireClose(facts.at("/with/probes/" + STEPS), repeat.reversed());
    requireClose(facts.at("/with/moved"), repeat.moved());
    assertEquals(List.of(3.0, 2.0), repeat.by());
    assertFalse(repeat.training().equals(repeat.again()), "no two questions drop out the same");
    assertFalse(repeat.training().equals(repeat.use()));
  }

  @Test
  void samplesAreAskedAboutBeforeTheyAreTrained() {
    List<Look.Trained> told = only(trace(), Look.Trained.class);
    Cadence cadence = new Cadence(STEPS);
    assertEquals(
        LongStream.rangeClosed(1, STEPS).filter(step -> cadence.asked(step, 10)).boxed().toList(),
        told.stream().map(Look.Trained::step).toList());
    for (Look.Trained trained : told) {
      assertEquals(24, trained.truth().size());
      requireClose(facts.at("/with/steps/" + trained.step() + "/truth"), trained.truth());
      requireClose(facts.at("/with/steps/" + trained.step() + "/said"), trained.predicted());
    }
  }

  @Test
  void whatHangsTogetherIsSeen() {
    List<TraceEvent> trace = TraceReader.readForeign(folder.resolve("odd.jsonl"));
    TraceEvent.Start start = (TraceEvent.Start) trace.get(0);
    assertEquals(1.0 / 8, start.layers().get(0).copies().orElseThrow(), 1e-9);
    assertEquals(0, start.layers().get(1).copies().orElseThrow());
    Look.Forward forward = only(trace, Look.Forward.class).get(0);
    assertEquals(1, forward.mixed().orElseThrow(), 1e-5, "half of what it sees is another one's");
    assertEquals(3.0 / (24 + 16), forward.trained().blank().orElseThrow(), 1e-6);
    assertEquals(List.of(0.01, 0.5), forward.rates());
    assertEquals(List.of("Linear"), forward.foreign(), "one that stands in a list");
    assertEquals(1, forward.trained().channels().size());
    Look.Pull pull = only(trace, Look.Pull.class).get(0);
    assertTrue(facts.at("/odd/own").asDouble() < 1e-9 && pull.own().orElseThrow() < 1e-9);
    assertEquals(
        facts.at("/odd/lastOwn").asDouble(), pull.lastOwn().orElseThrow(), 1e-5, "of its own");
    assertTrue(facts.at("/odd/along").asDouble() < 1e-5 && pull.along().orElseThrow() < 1e-5);
  }

  @Test
  void aLossThatIsCutOffIsSeen() {
    List<TraceEvent> trace = TraceReader.readForeign(folder.resolve("cut.jsonl"));
    List<Look.Pull> pulls = only(trace, Look.Pull.class);
    assertEquals(2, pulls.size());
    assertTrue(pulls.stream().noneMatch(Look.Pull::reached));
  }

  /** A recorder that asks a broken model would show its own error in place of the user's. */
  @Test
  void theErrorOfATrainingIsSeenAndItsOptimizerIsItsOwnAgain() {
    assertEquals("KeyError", facts.at("/broken/error").asText());
    assertTrue(facts.at("/broken/step").asBoolean());
    assertEquals(
        List.of("end"),
        TraceReader.readForeign(folder.resolve("broken.jsonl")).stream()
            .filter(TraceEvent.End.class::isInstance)
            .map(event -> "end")
            .toList());
  }

  @Test
  void aTrainingThatBreaksIsRecordedToItsEnd() throws IOException {
    Path file = folder.resolve("failed.jsonl");
    List<TraceEvent> trace = TraceReader.readForeign(file);
    List<TraceEvent.Step> steps = only(trace, TraceEvent.Step.class);
    assertTrue(steps.get(0).layers().get("1").gradientNorm() > 1, steps.get(0).toString());
    assertTrue(Double.isFinite(steps.get(1).layers().get("1").gradientNorm()), "near 1e22");
    TraceEvent.Step last = steps.get(steps.size() - 1);
    assertFalse(Double.isFinite(last.loss()));
    assertEquals(24 * 16 * 4 + 4, last.layers().get("1").nonFinite());
    List<TraceEvent.Probe> probes = only(trace, TraceEvent.Probe.class);
    assertEquals(
        List.of(0L, 25L, 50L, 75L, 100L), probes.stream().map(TraceEvent.Probe::step).toList());
    assertTrue(Double.isNaN(probes.get(4).predicted().get(0).xMin()));
    assertEquals(0, probes.get(4).meanIou());
    assertEquals("failed", ((TraceEvent.End) trace.get(trace.size() - 1)).state());
    List<JsonNode> strict = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      strict.add(new ObjectMapper().readTree(line));
    }
    assertEquals(trace.size(), strict.size(), "JSON that every reader takes");
  }
}
