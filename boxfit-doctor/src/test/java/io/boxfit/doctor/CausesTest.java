package io.boxfit.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.box.Box;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.core.trace.TraceEvent.LayerState;
import io.boxfit.core.trace.TraceEvent.Range;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Diagnosis;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.diagnosis.Verdict;
import io.boxfit.doctor.evidence.Evidence;
import io.boxfit.doctor.evidence.TraceHistory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.IntToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Causes that a trace of another framework tells by its layers, first inputs and course. */
class CausesTest {
  private static final int STEPS = 200;
  private static final Box MIDDLE = new Box(85, 35, 115, 65);
  private static final Range SCALED = new Range(-1, 1, 0);
  private static final Range SHARES = new Range(0, 1, 0.5);

  /** What a trace tells; each test changes one thing. */
  private static final class Told {
    private List<TraceEvent.Layer> layers = List.of(layer("conv", "Conv2d"), layer("fc", "Linear"));
    private long samples;
    private Range pixels = SCALED;
    private long outOfRange;
    private Range targets = SHARES;
    private Range outputs = SHARES;
    private IntToDoubleFunction loss = step -> 1.0 / (1 + step);
    private double dead;
    private List<Box> said = Patients.predictions(3);
    private boolean stopped;
    private String lossName = "mse";
    private long planned = STEPS;
    private long noTargets;
    private List<Long> targetShape = List.of(32L, 4L);
    private boolean kept;

    Diagnosis examined() {
      List<TraceEvent> events = new ArrayList<>();
      events.add(
          new TraceEvent.Start(
              "somebody's",
              "",
              lossName,
              "Adam",
              "XYXY",
              Patients.WIDTH,
              Patients.HEIGHT,
              planned,
              32,
              samples,
              layers));
      events.add(new TraceEvent.Probe(0, "validation", 0, Patients.truths(), first()));
      events.add(
          new TraceEvent.Inputs(
              32,
              pixels,
              outOfRange,
              Optional.of(targets),
              Optional.empty(),
              0,
              Optional.of(outputs),
              noTargets,
              List.of(32L, 4L),
              targetShape));
      for (int step = 1; step <= STEPS; step++) {
        Map<String, LayerState> states = new LinkedHashMap<>();
        states.put("conv", state(dead));
        states.put("fc", state(0));
        events.add(
            new TraceEvent.Step(
                step,
                1,
                step,
                loss.applyAsDouble(step),
                0.001,
                states,
                OptionalDouble.empty(),
                step == 2 ? Optional.of(kept) : Optional.empty()));
      }
      events.add(new TraceEvent.Probe(STEPS, "validation", 0, Patients.truths(), said));
      events.add(
          new TraceEvent.End(
              STEPS,
              STEPS,
              "finished",
              OptionalDouble.empty(),
              stopped ? OptionalLong.of(STEPS) : OptionalLong.empty()));
      return Doctor.examine(Evidence.of(Optional.empty(), TraceHistory.of(events).orElseThrow()));
    }

    private List<Box> first = List.of();

    private List<Box> first() {
      return first.isEmpty() ? said : first;
    }

    Told still() {
      said = Patients.same(MIDDLE);
      return this;
    }
  }

  private static LayerState state(double dead) {
    return new LayerState(0.5, 0.002, 0, OptionalDouble.of(dead), OptionalDouble.empty());
  }

  private static TraceEvent.Layer layer(String name, String kind) {
    return new TraceEvent.Layer(
        name,
        kind,
        OptionalLong.of(64),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  private static TraceEvent.Layer of(String kind, long units, double share, double momentum) {
    return new TraceEvent.Layer(
        "it",
        kind,
        units > 0 ? OptionalLong.of(units) : OptionalLong.empty(),
        share > 0 ? OptionalDouble.of(share) : OptionalDouble.empty(),
        momentum > 0 ? OptionalDouble.of(momentum) : OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  private static void root(Condition expected, Told told) {
    Diagnosis diagnosis = told.examined();
    assertEquals(
        Optional.of(expected), diagnosis.root().map(Finding::condition), "" + diagnosis.findings());
    assertEquals(Verdict.SICK, diagnosis.verdict());
  }

  /** The same, but for what makes it fail: nobody accuses a training that works. */
  private static void silent(Condition cause, Told told) {
    told.said = Patients.predictions(1);
    Diagnosis diagnosis = told.examined();
    assertTrue(
        diagnosis.findings().stream().noneMatch(f -> f.condition() == cause),
        cause + ": " + diagnosis.findings());
  }

  private static void onlyWhereItFails(Condition cause, Told told) {
    root(cause, told);
    silent(cause, told);
  }

  private static List<Box> changed(UnaryOperator<double[]> change) {
    return Patients.predictions(3).stream()
        .map(box -> change.apply(Patients.numbers(box)))
        .map(n -> new Box(n[0], n[1], n[2], n[3]))
        .toList();
  }

  @Test
  void aTrainingThatWorksIsNotSick() {
    Diagnosis diagnosis = new Told().examined();
    assertTrue(diagnosis.verdict() != Verdict.SICK, "" + diagnosis.findings());
    assertTrue(diagnosis.root().isEmpty(), "" + diagnosis.findings());
  }

  @Test
  void picturesThatWereNotScaled() {
    Told told = new Told().still();
    told.pixels = new Range(0, 255, 99);
    onlyWhereItFails(Condition.INPUTS_NOT_SCALED, told);
  }

  @Test
  void pixelsThatASigmoidIsAskedFor() {
    Told told = new Told().still();
    told.targets = new Range(3, 197, 90);
    onlyWhereItFails(Condition.TARGETS_NOT_SCALED, told);
  }

  @Test
  void unitsThatGetNoGradient() {
    Told told = new Told().still();
    told.dead = 1;
    onlyWhereItFails(Condition.DEAD_UNITS, told);
    told.still().dead = 0.6;
    assertTrue(
        told.examined().root().filter(r -> r.condition() == Condition.DEAD_UNITS).isEmpty(),
        "healthy trainings reach 60%");
  }

  @Test
  void layersThatLetNoPositionThrough() {
    Told told = new Told().still();
    told.layers = List.of(of("Dropout", 0, 0.9, 0), layer("fc", "Linear"));
    onlyWhereItFails(Condition.DROPOUT_TOO_HIGH, told);
    told.still().layers = List.of(of("Linear", 2, 0, 0), layer("fc", "Linear"));
    onlyWhereItFails(Condition.HEAD_TOO_SMALL, told);
    told.still().layers = List.of(of("AdaptiveAvgPool2d", 1, 0, 0), layer("fc", "Linear"));
    onlyWhereItFails(Condition.POSITION_LOST, told);
    told.still().layers = List.of(of("GlobalAveragePooling2D", 0, 0, 0), layer("fc", "Dense"));
    onlyWhereItFails(Condition.POSITION_LOST, told);
    told.still().layers = List.of(of("BatchNorm2d", 0, 0, 0.9999), layer("fc", "Linear"));
    onlyWhereItFails(Condition.BATCH_NORM_NOT_SETTLED, told);
  }

  @Test
  void harmlessLayersOfTheSameKinds() {
    for (TraceEvent.Layer harmless :
        List.of(
            of("Dropout", 0, 0.5, 0),
            of("Linear", 4, 0, 0),
            of("AdaptiveAvgPool2d", 49, 0, 0),
            of("BatchNorm2d", 0, 0, 0.9))) {
      Told told = new Told().still();
      told.layers = List.of(harmless, layer("fc", "Linear"));
      Condition said = told.examined().root().orElseThrow().condition();
      assertEquals(Condition.TOO_FEW_EPOCHS, said, harmless.toString());
    }
  }

  @Test
  void pixelsThatAreNotNumbers() {
    Told told = new Told();
    told.said = Patients.same(new Box(Double.NaN, Double.NaN, Double.NaN, Double.NaN));
    told.loss = step -> Double.NaN;
    told.outOfRange = 12;
    root(Condition.BROKEN_SAMPLES, told);
    told.outOfRange = 0;
    told.noTargets = 2;
    root(Condition.BROKEN_SAMPLES, told);
  }

  @Test
  void targetsOfAnotherShape() {
    Told told = new Told().still();
    told.targetShape = List.of(32L, 1L, 4L);
    onlyWhereItFails(Condition.TARGETS_BROADCAST, told);
    told.still().targetShape = List.of(32L, 6L);
    silent(Condition.TARGETS_BROADCAST, told);
  }

  /** What learns in spite of it is told so, and is not sick. */
  private static void livedWith(Condition expected, Told told) {
    Diagnosis diagnosis = told.examined();
    assertEquals(expected, diagnosis.findings().get(0).condition(), "" + diagnosis.findings());
    assertTrue(diagnosis.verdict() != Verdict.SICK, "" + diagnosis);
    assertTrue(diagnosis.root().isEmpty(), "" + diagnosis);
  }

  @Test
  void gradientsOfTheStepBefore() {
    Told told = new Told();
    told.kept = true;
    livedWith(Condition.GRADIENTS_NOT_CLEARED, told);
    onlyWhereItFails(Condition.GRADIENTS_NOT_CLEARED, told.still());
  }

  @Test
  void lossesThatNoBoxesGive() {
    Told told = new Told().still();
    told.lossName = "l1 + giou";
    told.loss = step -> step == 3 ? -2102 : 1;
    root(Condition.WRONG_READING, told);
    told.lossName = "mse";
    assertTrue(
        told.examined().root().filter(r -> r.condition() == Condition.WRONG_READING).isEmpty());
  }

  private static TraceEvent.Layer gain(double gain) {
    return layer("conv" + gain, "Conv2d").withGain(gain);
  }

  @Test
  void theSizeOfTheFirstWeights() {
    Told told = new Told().still();
    told.layers = List.of(gain(1.4), gain(0.003), gain(0.6));
    onlyWhereItFails(Condition.FIRST_WEIGHTS_TOO_SMALL, told);
    told.still().layers = List.of(gain(1.4), gain(12), gain(0.6));
    onlyWhereItFails(Condition.FIRST_WEIGHTS_TOO_LARGE, told);
    told.still().layers = List.of(gain(1.4), gain(0), gain(0.6));
    onlyWhereItFails(Condition.ZERO_START, told);
    told.still().layers = List.of(gain(1.4), gain(0.6), gain(0));
    silent(Condition.ZERO_START, told);
    told.still();
    assertEquals(
        Condition.TOO_FEW_EPOCHS,
        told.examined().root().orElseThrow().condition(),
        "a last layer may start with zeros");
  }

  @Test
  void whatTheLastLayerCannotGive() {
    Told told = new Told().still();
    told.layers = List.of(layer("fc", "Linear"), of("ReLU", 0, 0, 0));
    told.targets = new Range(-0.9, 1, 0.1);
    onlyWhereItFails(Condition.DEAD_OUTPUT, told);
    told.still().layers = List.of(layer("fc", "Linear"), of("Tanh", 0, 0, 0));
    told.targets = new Range(3, 97, 40);
    onlyWhereItFails(Condition.TARGETS_NOT_SCALED, told);
  }

  /** Listed last, but used elsewhere: its numbers say so. */
  @Test
  void aReluThatIsOnlyListedLast() {
    Told told = new Told();
    told.layers = List.of(layer("fc", "Linear"), of("ReLU", 0, 0, 0));
    told.targets = new Range(-0.9, 1, 0.1);
    told.outputs = new Range(-0.3, 0.4, 0);
    assertTrue(told.examined().root().isEmpty(), "" + told.examined().findings());
  }

  /** Boxes mirrored without left and right changing places: the middle of both sides is learned. */
  @Test
  void boxesWithoutWidth() {
    Told told = new Told();
    told.said =
        changed(
            n -> {
              double middle = (n[0] + n[2]) / 2;
              return new double[] {middle - 1, n[1], middle + 1, n[3]};
            });
    root(Condition.MIRRORED_ALONE, told);
  }

  @Test
  void learnedByHeart() {
    Told told = new Told();
    told.samples = 64;
    told.first = Patients.same(MIDDLE);
    told.loss = step -> 0.1 * Math.exp(-step / 10.0);
    Diagnosis diagnosis = told.examined();
    assertTrue(
        diagnosis.findings().stream().anyMatch(f -> f.condition() == Condition.OVERFITTING),
        "" + diagnosis.findings());
    told.loss = step -> 0.1 / step + 0.002;
    silent(Condition.OVERFITTING, told);
  }

  @Test
  void boxesThatDoNotBelongToThePictures() {
    Told told = new Told().still();
    told.loss = step -> step < 20 ? 1.0 / (1 + step) : 0.05;
    onlyWhereItFails(Condition.TRUTH_MISMATCH, told);
  }

  @Test
  void fewSamplesSeenAgainAndAgain() {
    Told told = new Told().still();
    told.samples = 100;
    onlyWhereItFails(Condition.TOO_LITTLE_DATA, told);
    told.still().samples = 100_000;
    silent(Condition.TOO_LITTLE_DATA, told);
  }

  @Test
  void anEarlyStopWhileTheLossFalls() {
    Told told = new Told().still();
    told.stopped = true;
    onlyWhereItFails(Condition.STOPPED_TOO_EARLY, told);
    told.still().stopped = false;
    root(Condition.TOO_FEW_EPOCHS, told);
    told.stopped = true;
    told.planned = 20L * STEPS;
    told.said = Patients.predictions(3);
    livedWith(Condition.STOPPED_TOO_EARLY, told);
  }

  /** Mirrored pictures with boxes that were not: across, the box is drawn from another picture. */
  @Test
  void oneAxisIsFollowedAndTheOtherIsNot() {
    Told told = new Told();
    List<Box> own = Patients.predictions(3);
    told.said =
        IntStream.range(0, own.size())
            .mapToObj(
                i -> {
                  Box other = own.get((i + 7) % own.size());
                  Box box = own.get(i);
                  return new Box(other.xMin(), box.yMin(), other.xMax(), box.yMax());
                })
            .toList();
    root(Condition.MIRRORED_ALONE, told);
    assertTrue(
        told.examined().findings().get(0).consequences().stream()
            .anyMatch(f -> f.condition() == Condition.ONE_AXIS_ONLY));
  }

  @Test
  void boxesOfATraceThatAreReadOtherwise() {
    Told told = new Told();
    told.said = changed(n -> new double[] {n[1], n[0], n[3], n[2]});
    root(Condition.WRONG_READING, told);
  }
}
