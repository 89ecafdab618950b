package io.boxfit.search.losses;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Three places a quarter: beside the target, and far from it to the right and below. */
final class LossesStudyTest {
  private static final Map<String, Integer> TOLD = new LinkedHashMap<>();
  private static LossesStudy study;

  @BeforeAll
  static void walk() {
    study = LossesStudy.run(new Starts(4), LossesStudy.STEPS, 2, LossesStudyTest::tell);
  }

  private static void tell(String loss, int pairs) {
    TOLD.merge(loss, pairs, Integer::sum);
  }

  private static LossResult result(String loss) {
    return study.results().get(loss);
  }

  @Test
  void startsLieWithinTheCircle() {
    Starts starts = new Starts(4);
    assertEquals(
        List.of(
            new Place(0, 0, 0.75, 0.75), new Place(1, 0, 2.25, 0.75), new Place(0, 1, 0.75, 2.25)),
        starts.places());
    assertEquals(4 * 3 * 343, starts.pairs());
    double[] boxes = starts.boxes(1, 2);
    assertEquals(4 * 343, boxes.length);
    double[] first = {2.25, 0.75, Math.sqrt(0.125), Math.sqrt(2)};
    assertArrayEquals(first, Arrays.copyOf(boxes, 4), 1e-12);
    assertArrayEquals(new double[] {0.5, 2}, Arrays.copyOf(Starts.targets(1), 2), 1e-12);
    assertThrows(IllegalArgumentException.class, () -> new Starts(5));
  }

  @Test
  void everyLossIsToldAndEveryBoxCounted() {
    assertEquals(LossesStudy.losses().keySet(), TOLD.keySet());
    assertEquals(Set.of(study.starts().pairs()), Set.copyOf(TOLD.values()));
    study
        .results()
        .forEach(
            (name, result) -> {
              double sum = 0;
              for (Fate fate : Fate.values()) {
                sum += result.share(fate);
              }
              assertEquals(1, sum, 1e-12, name);
              double home = IntStream.range(0, 3).mapToDouble(result::homeFrom).average().orElse(0);
              assertEquals(result.share(Fate.HOME), home, 1e-12, name);
              assertEquals(LossesStudy.STEPS + 1, result.meanErrors().length, name);
              assertEquals(result("mse").meanErrors()[0], result.meanErrors()[0], 1e-12, name);
            });
  }

  @Test
  void errorsOfTheFourNumbersAndEiouComeHomeFromEverywhere() {
    for (String loss : List.of("mse", "l1", "smoothL1", "huber", "eiou")) {
      assertEquals(1, result(loss).share(Fate.HOME), loss);
      assertTrue(result(loss).meanErrors()[LossesStudy.STEPS] < 0.01, loss);
    }
  }

  @Test
  void overlapAloneIsDeadFromAfar() {
    for (String loss : List.of("iou", "negativeIou", "guardedLnIou")) {
      assertTrue(result(loss).homeFrom(0) > 0, loss);
      assertEquals(0, result(loss).homeFrom(1), loss);
      assertEquals(0, result(loss).homeFrom(2), loss);
      assertTrue(result(loss).neverMoved() >= 2 / 3.0, loss);
      assertTrue(result(loss).share(Fate.DEAD) >= result(loss).neverMoved(), loss);
      assertEquals(0, result(loss).share(Fate.NOT_A_NUMBER), loss);
    }
    assertEquals(0, result("lnIou").share(Fate.DEAD));
    assertEquals(result("guardedLnIou").neverMoved(), result("lnIou").neverMoved());
    assertTrue(result("lnIou").share(Fate.NOT_A_NUMBER) >= 2 / 3.0);
  }

  @Test
  void lossesThatDifferByAConstantWalkAlike() {
    assertArrayEquals(result("iou").meanErrors(), result("negativeIou").meanErrors());
    assertArrayEquals(result("smoothL1").meanErrors(), result("huber").meanErrors());
  }

  @Test
  void resultsDoNotDependOnThreads() {
    LossesStudy one = LossesStudy.run(new Starts(4), LossesStudy.STEPS, 1, (name, more) -> {});
    study
        .results()
        .forEach(
            (name, result) -> {
              LossResult again = one.results().get(name);
              assertArrayEquals(result.meanErrors(), again.meanErrors(), name);
              assertEquals(result.meanIou(), again.meanIou(), name);
              assertEquals(result.medianSteps(), again.medianSteps(), name);
            });
  }

  @Test
  void whatThrowsBetweenLossesEndsTheStudy() {
    assertThrows(
        IllegalStateException.class,
        () ->
            LossesStudy.run(
                new Starts(2),
                1,
                1,
                (name, more) -> {
                  throw new IllegalStateException(name);
                }));
  }
}
