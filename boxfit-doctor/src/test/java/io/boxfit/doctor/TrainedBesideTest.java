package io.boxfit.doctor;

import static io.boxfit.doctor.Told.livedWith;
import static io.boxfit.doctor.Told.sick;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.box.Box;
import io.boxfit.core.trace.Look;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Diagnosis;
import io.boxfit.doctor.evidence.DistinctBoxes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a network says of samples before it is trained with them, beside what it says of others. */
class TrainedBesideTest {
  private static final int AT_ONCE = 50;

  private final Told told = new Told();
  private List<Box> truth = Patients.truths();
  private List<Box> predicted = Patients.predictions(3);

  TrainedBesideTest() {
    told.samples = 32 * Told.STEPS;
    told.seen = said -> lessons(List.of(50, 100, 150, 200));
  }

  /** Fifty samples at each of some steps. */
  private List<TraceEvent> lessons(List<Integer> steps) {
    List<TraceEvent> lessons = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      int from = AT_ONCE * i;
      lessons.add(
          new Look.Trained(
              steps.get(i),
              truth.subList(from, from + AT_ONCE),
              predicted.subList(from, from + AT_ONCE)));
    }
    return lessons;
  }

  private static List<Box> some(List<Box> boxes, int every, UnaryOperator<Box> change) {
    return IntStream.range(0, boxes.size())
        .mapToObj(i -> i % every == 0 ? change.apply(boxes.get(i)) : boxes.get(i))
        .toList();
  }

  private static Box moved(Box box, double x, double y) {
    return new Box(box.xMin() + x, box.yMin() + y, box.xMax() + x, box.yMax() + y);
  }

  private boolean tells(Condition condition) {
    return told.examined().findings().stream().anyMatch(f -> f.condition() == condition);
  }

  private String evidence() {
    return told.examined().findings().get(0).evidence();
  }

  @Test
  void samplesThatFitAsOthersDoTellNothing() {
    assertTrue(
        told.examined().findings().stream().allMatch(f -> f.condition().name().startsWith("ACC")),
        "" + told.examined().findings());
  }

  @Test
  void boxesOfOtherPictures() {
    int[] next = {100};
    truth = some(truth, 3, box -> Patients.truths().get(next[0]++));
    livedWith(Condition.TRUTH_MISMATCH, told);
    assertTrue(evidence().contains("misses altogether"), evidence());
  }

  @Test
  void oneBoxForAllPictures() {
    truth = some(truth, 1, box -> truth.get(0));
    sick(Condition.TRUTH_MISMATCH, told.still());
    assertTrue(evidence().contains("one and the same box"), evidence());
  }

  @Test
  void picturesThatAreMovedAlone() {
    int[] turn = {0};
    predicted = some(predicted, 1, box -> moved(box, turn[0]++ % 2 == 0 ? 8 : -8, 5));
    livedWith(Condition.TRUTH_MISMATCH, told);
    assertTrue(evidence().contains("moved, turned or cut"), evidence());
  }

  /** Boxes of centre and size under GIoU itself: it starts where no loss of overlap does. */
  @Test
  void theGiouItselfAsTheLoss() {
    told.lossName = "giou";
    told.first = Patients.same(new Box(80, 30, 120, 70));
    told.loss = step -> -0.6 - 0.001 * step;
    sick(Condition.LOSS_UPSIDE_DOWN, told.still());
    told.loss = step -> 1.6 - 0.001 * step;
    assertFalse(tells(Condition.LOSS_UPSIDE_DOWN));
  }

  @Test
  void picturesThatAreZoomedAlone() {
    int[] turn = {0};
    predicted =
        some(
            predicted,
            1,
            box -> {
              double by = turn[0]++ % 2 == 0 ? 7 : -5;
              return new Box(box.xMin() - by, box.yMin(), box.xMax() + by, box.yMax());
            });
    livedWith(Condition.TRUTH_MISMATCH, told);
    assertTrue(evidence().contains("zoomed"), evidence());
  }

  /** A loss may hold more than the four numbers: what it costs is no sign of wrong boxes then. */
  @Test
  void samplesThatCostMoreAndFitAsOthersDo() {
    told.first = Patients.same(Told.MIDDLE);
    told.loss = step -> step < 20 ? 0.1 / step : 0.02;
    assertFalse(tells(Condition.TRUTH_MISMATCH));
    told.seen = said -> List.of();
    assertTrue(tells(Condition.TRUTH_MISMATCH));
  }

  @Test
  void boxesThatWereMissing() {
    truth = some(truth, 10, box -> new Box(0, 0, 0, 0));
    livedWith(Condition.TRUTH_MISMATCH, told);
    assertTrue(evidence().startsWith("10% "), evidence());
  }

  @Test
  void targetsThatAreNotToBeReadAsOutputsAreTellNothing() {
    truth = some(truth, 1, box -> new Box(100, 50, 110, 60));
    assertFalse(tells(Condition.TRUTH_MISMATCH));
  }

  /** A loss of its own may take centres and sizes where the network gives sides. */
  @Test
  void targetsThatAreNoBoxesTellNothingWhereBoxesAreRight() {
    truth = some(truth, 1, box -> new Box(box.centerX(), 90, box.width() / 9, 1));
    assertFalse(tells(Condition.WRONG_READING));
    told.said = Patients.predictions(60);
    assertTrue(tells(Condition.WRONG_READING));
  }

  @Test
  void samplesThatFitBetterBeforeTheyAreKnown() {
    told.said = Patients.predictions(40);
    Diagnosis diagnosis = sick(Condition.WRONG_PREPROCESSING, told);
    assertTrue(diagnosis.findings().get(0).evidence().contains("In the first passes"));
    told.samples = 64;
    assertFalse(tells(Condition.WRONG_PREPROCESSING), "known by heart");
  }

  @Test
  void targetsThatAreWrittenInAnotherWay() {
    told.said = Patients.predictions(40);
    truth = some(truth, 1, box -> new Box(box.xMin() / 9, 0, box.xMin() / 9 + 20, 5));
    predicted = truth;
    sick(Condition.WRONG_READING, told);
  }

  @Test
  void boxesThatFitBadlyAreNoMatterOfReadingWhereTargetsAreReadRight() {
    UnaryOperator<Box> half =
        box -> new Box(box.xMin() / 2, box.yMin() / 2, box.xMax() / 2, box.yMax() / 2);
    told.said = some(told.said, 1, half);
    List<TraceEvent> none = List.of();
    told.seen = said -> none;
    sick(Condition.WRONG_READING, told);
    predicted = some(predicted, 1, half);
    told.seen = said -> lessons(List.of(50, 100, 150, 200));
    assertFalse(tells(Condition.WRONG_READING));
  }

  @Test
  void fewSamplesThatComeAgain() {
    told.said = Patients.predictions(40);
    int[] next = {0};
    truth = some(truth, 1, box -> Patients.truths().get(next[0]++ % 20));
    next[0] = 0;
    predicted = some(truth, 1, box -> moved(box, 1, next[0]++ % 2));
    told.seen =
        said -> {
          List<TraceEvent> twice = new ArrayList<>(lessons(List.of(25, 75, 125, 175)));
          twice.addAll(lessons(List.of(50, 100, 150, 200)));
          return twice;
        };
    Diagnosis diagnosis = sick(Condition.TOO_LITTLE_DATA, told);
    String evidence = diagnosis.findings().get(0).evidence();
    assertTrue(evidence.contains("only 20 have boxes of their own"), evidence);
  }

  /** Of n boxes n draws give n (1 - 1/e) that are not the same. */
  @Test
  void samplesAreCountedByThoseThatComeAgain() {
    assertEquals(1000, new DistinctBoxes(1000, 632).samples(), 2);
    assertEquals(20, new DistinctBoxes(400, 20).samples(), 0.1);
  }
}
