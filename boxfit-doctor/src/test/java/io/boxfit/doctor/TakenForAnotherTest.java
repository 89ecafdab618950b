package io.boxfit.doctor;

import static io.boxfit.doctor.Told.layer;
import static io.boxfit.doctor.Told.part;
import static io.boxfit.doctor.Told.sick;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.box.Box;
import io.boxfit.core.trace.Look;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Diagnosis;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.diagnosis.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What looks like a fault and is none, or is another one. */
class TakenForAnotherTest {
  private static final int AT_ONCE = 50;

  private static boolean tells(Told told, Condition condition) {
    return told.examined().findings().stream()
        .flatMap(f -> Stream.concat(Stream.of(f), f.consequences().stream()))
        .anyMatch(f -> f.condition() == condition);
  }

  private static String evidence(Told told, Condition condition) {
    return told.examined().findings().stream()
        .flatMap(f -> Stream.concat(Stream.of(f), f.consequences().stream()))
        .filter(f -> f.condition() == condition)
        .map(Finding::evidence)
        .findFirst()
        .orElse("");
  }

  /** What the network says of samples that are trained: boxes, off by some pixels. */
  private static Told taught(List<Box> truth, List<Box> said) {
    Told told = new Told();
    told.seen =
        boxes ->
            IntStream.of(50, 100, 150, 200)
                .<TraceEvent>mapToObj(
                    step -> {
                      int from = step - AT_ONCE;
                      return new Look.Trained(
                          step,
                          truth.subList(from, from + AT_ONCE),
                          said.subList(from, from + AT_ONCE));
                    })
                .toList();
    return told;
  }

  @Test
  void whoDoesNotTellHowManySamplesThereAreHasNoFirstPasses() {
    Told told = taught(Patients.truths(), Patients.predictions(1));
    told.said = Patients.predictions(15);
    assertTrue(told.examined().verdict() != Verdict.SICK, "" + told.examined());
    assertFalse(tells(told, Condition.WRONG_PREPROCESSING));
  }

  @Test
  void fewSamplesThatAreKnownNoBetterThanOthers() {
    Told told = taught(Patients.truths(), Patients.predictions(3));
    told.samples = 300;
    told.loss = step -> 1e-3 / step;
    assertFalse(tells(told, Condition.TOO_LITTLE_DATA));
    told = taught(Patients.truths(), Patients.predictions(1));
    told.samples = 300;
    told.said = Patients.predictions(15);
    assertTrue(evidence(told, Condition.TOO_LITTLE_DATA).contains("of others 0."));
  }

  @Test
  void rowsOfAProbeThatAreShifted() {
    List<Box> rows = new ArrayList<>(Patients.predictions(3));
    Collections.rotate(rows, 1);
    Told told = new Told();
    told.said = rows;
    Diagnosis diagnosis = sick(Condition.SHIFTED_ROWS, told);
    assertTrue(diagnosis.findings().get(0).evidence().contains("one row further up"));
  }

  @Test
  void trainedBoxesWhoseSidesChangedPlaces() {
    List<Box> crossed =
        IntStream.range(0, Patients.truths().size())
            .mapToObj(i -> crossed(Patients.truths().get(i), i % 2 == 0))
            .toList();
    Told told = taught(crossed, Patients.predictions(3)).still();
    sick(Condition.MIRRORED_ALONE, told);
    List<Box> all = Patients.truths().stream().map(box -> crossed(box, true)).toList();
    assertFalse(tells(taught(all, Patients.predictions(3)).still(), Condition.MIRRORED_ALONE));
  }

  private static Box crossed(Box box, boolean really) {
    return really
        ? new Box(/* xMin= */ box.xMax(), box.yMin(), /* xMax= */ box.xMin(), box.yMax())
        : box;
  }

  @Test
  void aSideThatGoesItsOwnWays() {
    int[] turn = {0};
    Told told = new Told();
    told.said =
        Told.changed(
            n -> {
              double away = turn[0]++;
              return new double[] {
                n[0], n[1], 160 + 39 * Math.sin(7 * away), 85 + 14 * Math.sin(11 * away)
              };
            });
    Diagnosis diagnosis = told.examined();
    assertEquals(Verdict.SICK, diagnosis.verdict(), "" + diagnosis);
    assertTrue(
        evidence(told, Condition.PINNED_SIDE).contains("side moves, but not"), "" + diagnosis);
  }

  @Test
  void aSingleStepWithoutGradientIsNotDead() {
    Told told = new Told();
    told.said = Patients.predictions(20);
    told.gradient = 0;
    assertTrue(tells(told, Condition.DEAD_GRADIENT));
    Told once = new Told();
    once.gradientAt = step -> step == Told.STEPS ? 0 : 0.5;
    assertFalse(tells(once, Condition.DEAD_GRADIENT));
  }

  @Test
  void weightsThatNoStepMoves() {
    Told told = new Told();
    told.first = Patients.same(new Box(80, 30, 120, 70));
    told.gradient = 0;
    told.moved = step -> 0;
    told.layers = told.layers.stream().map(l -> l.withGain(1)).toList();
    told.seen =
        said ->
            IntStream.rangeClosed(1, 12)
                .<TraceEvent>mapToObj(
                    step ->
                        new Look.Pull(
                            step,
                            List.of(0.1, 0.1, 0.1, 0.1),
                            0,
                            Optional.empty(),
                            OptionalDouble.of(1),
                            OptionalDouble.of(0)))
                .toList();
    sick(Condition.LAYERS_NOT_TRAINED, told.still());
  }

  @Test
  void aStepThatOneLayerTellsNothingOf() {
    Told told = new Told();
    told.moved = step -> 2e-5;
    told.updates = Map.of("fc", Double.NaN);
    told.said = Patients.predictions(20);
    assertTrue(tells(told, Condition.LEARNING_RATE_TOO_LOW), "" + told.examined());
  }

  /** A block that weighs its maps holds a pool of one place beside them. */
  @Test
  void aPoolBesideTheMap() {
    Told told = new Told().still();
    told.layers =
        List.of(layer("conv", "Conv2d"), part("AdaptiveAvgPool2d", 1, 0, 0), layer("fc", "Linear"));
    sick(Condition.POSITION_LOST, told);
    told.seen =
        said ->
            List.of(
                new Look.Forward(
                    List.of(
                        passed("conv", List.of(32L, 1L, 40L, 40L), List.of(32L, 8L, 20L, 20L)),
                        passed("it", List.of(32L, 8L, 20L, 20L), List.of(32L, 8L, 1L, 1L)),
                        passed("next", List.of(32L, 8L, 20L, 20L), List.of(32L, 8L, 20L, 20L)),
                        passed("fc", List.of(32L, 3200L), List.of(32L, 4L))),
                    List.of(),
                    OptionalDouble.of(0.5),
                    Map.of(),
                    Optional.empty(),
                    List.of()));
    assertFalse(tells(told, Condition.POSITION_LOST), "" + told.examined());
  }

  private static Look.Passed passed(String name, List<Long> given, List<Long> gives) {
    return new Look.Passed(name, given, gives, OptionalDouble.empty());
  }

  /** Modules stand in the order in which they were made; gradients flow in that of their use. */
  @Test
  void layersThatAreListedInAnotherOrder() {
    Told told = new Told().still();
    told.layers = List.of(layer("conv", "Conv2d"), layer("fc", "Linear"));
    told.gradients = Map.of("conv", 1.0, "fc", 1e-6);
    assertFalse(tells(told, Condition.VANISHING_GRADIENT));
    told.seen =
        said ->
            List.of(
                new Look.Forward(
                    List.of(
                        passed("fc", List.of(32L, 64L), List.of(32L, 64L)),
                        passed("conv", List.of(32L, 64L), List.of(32L, 4L))),
                    List.of(),
                    OptionalDouble.of(0.5),
                    Map.of(),
                    Optional.empty(),
                    List.of()));
    assertTrue(tells(told, Condition.VANISHING_GRADIENT), "" + told.examined());
  }

  /** Shares read as pixels follow by next to no pixel; their sizes are no objects' sizes. */
  @Test
  void boxesOfAnotherUnitHaveLostNoPosition() {
    Told told = new Told();
    told.said = Told.changed(n -> new double[] {n[0] / 200, n[1] / 100, n[2] / 200, n[3] / 100});
    assertFalse(tells(told, Condition.POSITION_LOST), "" + told.examined());
  }

  @Test
  void aSumOfOverlapsGoesBelowOne() {
    Told told = new Told().still();
    told.lossName = "iou";
    told.loss = step -> -4.0 - step / 50.0;
    assertFalse(tells(told, Condition.WRONG_READING), "" + told.examined());
    told.loss = step -> step < 5 ? 0.9 : -40;
    assertTrue(tells(told, Condition.WRONG_READING));
  }

  @Test
  void numbersAreWrittenOut() {
    Told told = new Told().still();
    told.pixels = new TraceEvent.Range(0, 255, 99);
    String evidence = evidence(told, Condition.INPUTS_NOT_SCALED);
    assertTrue(evidence.contains("260") && !evidence.contains("E+"), evidence);
  }
}
