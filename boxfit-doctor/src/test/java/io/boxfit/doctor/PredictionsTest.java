package io.boxfit.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.box.Box;
import io.boxfit.core.metrics.Metrics;
import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Diagnosis;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.diagnosis.Verdict;
import io.boxfit.doctor.evidence.Evidence;
import io.boxfit.doctor.evidence.NumberAudit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What predictions alone tell. */
final class PredictionsTest {

  private static void assertRoot(Condition cause, Evidence evidence) {
    Diagnosis diagnosis = Doctor.examine(evidence);
    assertEquals(Verdict.SICK, diagnosis.verdict());
    assertEquals(Optional.of(cause), diagnosis.root().map(Finding::condition), "" + diagnosis);
    assertEquals(diagnosis.root().orElseThrow(), diagnosis.findings().get(0));
  }

  private static void assertSymptom(Condition symptom, Evidence evidence) {
    Diagnosis diagnosis = Doctor.examine(evidence);
    assertEquals(Verdict.SICK, diagnosis.verdict());
    assertTrue(diagnosis.root().isEmpty(), "" + diagnosis);
    assertEquals(symptom, diagnosis.findings().get(0).condition());
    assertTrue(diagnosis.experiment().isPresent());
  }

  @Test
  void goodAndPoorPredictionsAreHealthy() {
    for (double pixels : new double[] {0, 3, 10, 20}) {
      List<double[]> rows = Patients.predictions(pixels).stream().map(Patients::numbers).toList();
      Diagnosis diagnosis = Doctor.examine(Patients.numbers(rows));
      assertEquals(Verdict.HEALTHY, diagnosis.verdict(), pixels + " px off: " + diagnosis);
    }
  }

  @Test
  void boxesThatFollowAndFitLikeOneBoxAreNotCalledHealthy() {
    Diagnosis diagnosis = Doctor.examine(Patients.changed(PredictionsTest::beside));
    assertEquals(Verdict.UNSURE, diagnosis.verdict(), "" + diagnosis);
    assertTrue(
        diagnosis.experiment().orElseThrow().contains("one box for all pictures"), "" + diagnosis);
  }

  /** The box beside its object, by 30 pixels to the one or the other side. */
  private static double[] beside(double[] sides) {
    double off = Math.sin(37 * sides[0] + 11 * sides[1]) < 0 ? -30 : 30;
    return new double[] {sides[0] + off, sides[1], sides[2] + off, sides[3]};
  }

  /** Predictions do not tell what was trained: of one axis alone they give no cause. */
  @Test
  void boxesThatFollowAlongOneAxisHaveNoCauseYet() {
    Diagnosis diagnosis = Doctor.examine(Patients.changed(r -> new double[] {r[0], 40, r[2], 60}));
    assertEquals(Verdict.SICK, diagnosis.verdict());
    assertTrue(diagnosis.root().isEmpty(), "" + diagnosis);
    assertTrue(diagnosis.experiment().orElseThrow().startsWith("Show the training"));
  }

  @Test
  void figuresAreToldWhateverIsSaidOfThem() {
    Metrics good = Doctor.examine(Patients.changed(r -> r)).figures().orElseThrow();
    assertTrue(good.meanIou() > 0.7 && good.skill() > 0.6, "" + good);
    Metrics still =
        Doctor.examine(Patients.changed(r -> new double[] {5, 5, 25, 25})).figures().orElseThrow();
    assertTrue(still.meanIou() <= still.constantBaseline(), "" + still);
    assertEquals(good.constantBaseline(), still.constantBaseline());
  }

  @Test
  void numbersInAnotherOrderOrUnitAreReadAright() {
    assertRoot(
        Condition.WRONG_READING, Patients.changed(r -> new double[] {r[1], r[0], r[3], r[2]}));
    assertRoot(
        Condition.WRONG_READING,
        Patients.changed(
            r -> new double[] {(r[0] + r[2]) / 2, (r[1] + r[3]) / 2, r[2] - r[0], r[3] - r[1]}));
    assertRoot(
        Condition.WRONG_READING,
        Patients.changed(r -> new double[] {r[0], r[1], r[2] - r[0], r[3] - r[1]}));
    assertRoot(
        Condition.WRONG_READING,
        Patients.changed(r -> new double[] {r[0] / 200, r[1] / 100, r[2] / 200, r[3] / 100}));
    assertRoot(
        Condition.WRONG_READING,
        Patients.changed(r -> new double[] {r[0] / 2, r[1] * 2, r[2] / 2, r[3] * 2}));
  }

  @Test
  void theRightReadingIsNamedWithItsFigures() {
    Diagnosis diagnosis =
        Doctor.examine(Patients.changed(r -> new double[] {r[1], r[0], r[3], r[2]}));
    String evidence = diagnosis.root().orElseThrow().evidence();
    assertTrue(evidence.contains("y before x"), evidence);
    assertTrue(evidence.matches("(?s).*mean IoU is 0\\.[78].* instead of 0\\.[01].*"), evidence);
  }

  @Test
  void rowsThatMovedAreFoundAndCounted() {
    List<double[]> rows =
        new ArrayList<>(Patients.predictions(3).stream().map(Patients::numbers).toList());
    Collections.rotate(rows, 2);
    assertRoot(Condition.SHIFTED_ROWS, Patients.numbers(rows));
    Diagnosis diagnosis = Doctor.examine(Patients.numbers(rows));
    String evidence = diagnosis.root().orElseThrow().evidence();
    assertTrue(evidence.startsWith("Beside the truth 2 rows further up"), evidence);
  }

  @Test
  void boxesOfOtherPicturesAreRecognised() {
    List<double[]> rows =
        new ArrayList<>(Patients.predictions(1).stream().map(Patients::numbers).toList());
    RandomStream random = new Seed(9).stream("order");
    for (int i = rows.size() - 1; i > 0; i--) {
      Collections.swap(rows, i, (int) (random.nextDouble() * (i + 1)));
    }
    assertRoot(Condition.SHUFFLED_TRUTH, Patients.numbers(rows));
  }

  @Test
  void aBoxThatStandsStillIsASymptomWithoutACause() {
    assertSymptom(Condition.SAME_BOX, Patients.changed(r -> new double[] {5, 5, 25, 25}));
    double[] mean = new double[4];
    for (Box truth : Patients.truths()) {
      double[] numbers = Patients.numbers(truth);
      for (int i = 0; i < 4; i++) {
        mean[i] += numbers[i] / Patients.truths().size();
      }
    }
    assertSymptom(Condition.MEAN_BOX, Patients.changed(r -> mean.clone()));
    assertSymptom(
        Condition.PINNED_SIDE, Patients.changed(r -> new double[] {r[0], 40, r[2], r[3]}));
    assertSymptom(
        Condition.INVALID_BOXES, Patients.changed(r -> new double[] {r[2], r[1], r[0], r[3]}));
    assertSymptom(
        Condition.NOT_A_NUMBER,
        Patients.changed(r -> r[0] < 20 ? new double[] {Double.NaN, 0, 1, 1} : r));
  }

  @Test
  void outputsThatCannotSayABoxAreNamed() {
    assertRoot(Condition.DEAD_OUTPUT, Patients.changed(r -> new double[] {0, r[1], r[2], r[3]}));
    assertRoot(
        Condition.SOFTMAX_OUTPUT,
        Patients.changed(
            r -> {
              double[] e = Arrays.stream(r).map(v -> Math.exp(v / 50)).toArray();
              double sum = e[0] + e[1] + e[2] + e[3];
              return new double[] {e[0] / sum, e[1] / sum, e[2] / sum, e[3] / sum};
            }));
    assertRoot(
        Condition.SOFTMAX_OUTPUT,
        Patients.changed(
            r -> {
              double left = (r[0] + 10) / 250;
              double right = (r[2] + 10) / 250;
              return new double[] {left, 1 - left, right, 1 - right};
            }));
  }

  @Test
  void boxesThatFollowHalfTheWayAreAWarning() {
    Diagnosis diagnosis =
        Doctor.examine(
            Patients.changed(
                r ->
                    new double[] {
                      80 + 0.4 * (r[0] - 80), 35 + 0.4 * (r[1] - 35),
                      110 + 0.4 * (r[2] - 110), 65 + 0.4 * (r[3] - 65)
                    }));
    assertEquals(Verdict.HEALTHY, diagnosis.verdict(), "" + diagnosis);
    assertTrue(
        diagnosis.findings().stream().anyMatch(f -> f.condition() == Condition.TOWARD_THE_MEAN));
  }

  @Test
  void aHandfulIsTooFew() {
    List<double[]> rows = Patients.predictions(3).stream().map(Patients::numbers).toList();
    Evidence few =
        Evidence.of(
            new NumberAudit(
                rows.subList(0, 5),
                Patients.truths().subList(0, 5),
                Patients.CORNERS,
                Patients.WIDTH,
                Patients.HEIGHT));
    assertEquals(Verdict.UNSURE, Doctor.examine(few).verdict());
  }
}
