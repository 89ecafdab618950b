package io.boxfit.doctor;

import static io.boxfit.doctor.Told.MIDDLE;
import static io.boxfit.doctor.Told.STEPS;
import static io.boxfit.doctor.Told.changed;
import static io.boxfit.doctor.Told.layer;
import static io.boxfit.doctor.Told.part;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.box.Box;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.core.trace.TraceEvent.Range;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Diagnosis;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.diagnosis.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Causes that a trace of another framework tells by its layers, first inputs and course. */
class CausesTest {

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
    told.layers = List.of(part("Dropout", 0, 0.9, 0), layer("fc", "Linear"));
    onlyWhereItFails(Condition.DROPOUT_TOO_HIGH, told);
    told.still().layers = List.of(part("Linear", 2, 0, 0), layer("fc", "Linear"));
    onlyWhereItFails(Condition.HEAD_TOO_SMALL, told);
    told.still().layers = List.of(part("AdaptiveAvgPool2d", 1, 0, 0), layer("fc", "Linear"));
    onlyWhereItFails(Condition.POSITION_LOST, told);
    told.still().layers = List.of(part("GlobalAveragePooling2D", 0, 0, 0), layer("fc", "Dense"));
    onlyWhereItFails(Condition.POSITION_LOST, told);
    told.still().layers = List.of(part("BatchNorm2d", 0, 0, 0.9999), layer("fc", "Linear"));
    onlyWhereItFails(Condition.BATCH_NORM_NOT_SETTLED, told);
  }

  @Test
  void harmlessLayersOfTheSameKinds() {
    for (TraceEvent.Layer harmless :
        List.of(
            part("Dropout", 0, 0.5, 0),
            part("Linear", 4, 0, 0),
            part("AdaptiveAvgPool2d", 49, 0, 0),
            part("BatchNorm2d", 0, 0, 0.9))) {
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

  @Test
  void gradientsOfTheStepBefore() {
    Told told = new Told();
    told.kept = true;
    Told.livedWith(Condition.GRADIENTS_NOT_CLEARED, told);
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
  void aLossWithoutABottom() {
    Told told = new Told().still();
    told.lossName = "nll";
    told.loss = step -> -0.05 * step;
    root(Condition.LOSS_UPSIDE_DOWN, told);
    told.loss = step -> -1.2 - 0.0001 * step;
    assertFalse(tells(Condition.LOSS_UPSIDE_DOWN, told));
  }

  @Test
  void stepsThatMoveNothingThrowNothing() {
    Told told = new Told().still();
    told.loss = step -> step == 1 ? 0.05 : step == 14 ? 0.2 : 0.06;
    told.rate = 0.001;
    told.moved = step -> 0.01;
    assertTrue(tells(Condition.LEARNING_RATE_TOO_HIGH, told));
    told.moved = step -> 1e-6;
    assertFalse(tells(Condition.LEARNING_RATE_TOO_HIGH, told));
  }

  private static boolean tells(Condition condition, Told told) {
    return told.examined().findings().stream()
        .flatMap(found -> Stream.concat(Stream.of(found), found.consequences().stream()))
        .anyMatch(found -> found.condition() == condition);
  }

  @Test
  void firstBoxesFarOffThePicture() {
    Told told = new Told().still();
    told.first = Patients.same(new Box(-9000, 0, 9000, 100));
    onlyWhereItFails(Condition.FIRST_WEIGHTS_TOO_LARGE, told);
    told.still().first = Patients.same(new Box(-500, 0, 700, 100));
    silent(Condition.FIRST_WEIGHTS_TOO_LARGE, told);
  }

  /** As where a rate that falls ends it. */
  @Test
  void gettingBetterOverTheLastHalfAlone() {
    Told told = new Told();
    told.between = DoubleStream.of(9, 8, 7, 6, 3, 3, 3).mapToObj(Patients::predictions).toList();
    Finding found = told.examined().findings().get(0);
    assertEquals(Condition.TOO_FEW_EPOCHS, found.condition());
    assertTrue(found.evidence().contains("last half"), found.evidence());
    assertEquals(Verdict.HEALTHY, told.examined().verdict());
  }

  @Test
  void whatTheLastLayerCannotGive() {
    Told told = new Told().still();
    told.layers = List.of(layer("fc", "Linear"), part("ReLU", 0, 0, 0));
    told.targets = new Range(-0.9, 1, 0.1);
    onlyWhereItFails(Condition.DEAD_OUTPUT, told);
    told.still().layers = List.of(layer("fc", "Linear"), part("Tanh", 0, 0, 0));
    told.targets = new Range(3, 97, 40);
    onlyWhereItFails(Condition.TARGETS_NOT_SCALED, told);
  }

  /** Listed last, but used elsewhere: its numbers say so. */
  @Test
  void aReluThatIsOnlyListedLast() {
    Told told = new Told();
    told.layers = List.of(layer("fc", "Linear"), part("ReLU", 0, 0, 0));
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
    Told.livedWith(Condition.STOPPED_TOO_EARLY, told);
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
