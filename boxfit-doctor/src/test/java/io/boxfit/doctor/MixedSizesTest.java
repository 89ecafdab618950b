package io.boxfit.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.box.Box;
import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Diagnosis;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.diagnosis.Verdict;
import io.boxfit.doctor.evidence.Evidence;
import io.boxfit.doctor.evidence.NumberAudit;
import io.boxfit.doctor.reading.Layout;
import io.boxfit.doctor.reading.Reading;
import io.boxfit.doctor.reading.Scale;
import io.boxfit.doctor.reading.Truth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What predictions tell of pictures of many sizes. */
final class MixedSizesTest {
  private static final Reading PIXELS = Patients.CORNERS;
  private static final Reading SHARES = new Reading(Layout.XYXY, Scale.RELATIVE);

  /** The patients' boxes on pictures of half to four times their size, upright and across. */
  private static List<Truth> truths(long seed) {
    RandomStream random = new Seed(seed).stream("sizes");
    List<Truth> truths = new ArrayList<>();
    for (Box box : Patients.truths()) {
      Truth small = new Truth(box, Patients.WIDTH, Patients.HEIGHT);
      int width = (int) (100 + 700 * random.nextDouble());
      int height = (int) (50 + 700 * random.nextDouble());
      truths.add(new Truth(small.stretched(box, width, height), width, height));
    }
    return truths;
  }

  /** Predictions that are some pixels off, in shares, which do not depend on the size. */
  private static List<double[]> shares() {
    return Patients.predictions(3).stream()
        .map(Patients::numbers)
        .map(r -> new double[] {r[0] / 200, r[1] / 100, r[2] / 200, r[3] / 100})
        .toList();
  }

  private static List<double[]> pixels(List<Truth> truths) {
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < truths.size(); i++) {
      double[] r = shares().get(i);
      double w = truths.get(i).width();
      double h = truths.get(i).height();
      rows.add(new double[] {r[0] * w, r[1] * h, r[2] * w, r[3] * h});
    }
    return rows;
  }

  private static Diagnosis diagnosis(List<double[]> rows, Reading reading) {
    return Doctor.examine(Evidence.of(new NumberAudit(rows, truths(1), reading)));
  }

  private static Optional<Condition> root(List<double[]> rows, Reading reading) {
    return diagnosis(rows, reading).root().map(Finding::condition);
  }

  private static List<double[]> changed(List<double[]> rows, UnaryOperator<double[]> change) {
    return rows.stream().map(change).toList();
  }

  @Test
  void goodPredictionsAreHealthyInSharesAndInPixels() {
    assertEquals(Verdict.HEALTHY, diagnosis(shares(), SHARES).verdict());
    assertEquals(Verdict.HEALTHY, diagnosis(pixels(truths(1)), PIXELS).verdict());
  }

  @Test
  void otherReadingsAreFoundByEachPicturesOwnSize() {
    assertEquals(Optional.of(Condition.WRONG_READING), root(shares(), PIXELS));
    assertEquals(Optional.of(Condition.WRONG_READING), root(pixels(truths(1)), SHARES));
    UnaryOperator<double[]> swapped = r -> new double[] {r[1], r[0], r[3], r[2]};
    assertEquals(Optional.of(Condition.WRONG_READING), root(changed(shares(), swapped), SHARES));
    Diagnosis diagnosis = diagnosis(changed(pixels(truths(1)), swapped), PIXELS);
    String evidence = diagnosis.root().orElseThrow().evidence();
    assertTrue(evidence.startsWith("Read as y before x: top, left, bottom, right"), evidence);
  }

  @Test
  void rowsThatMovedAreReadOnThePicturesThatTheyBelongTo() {
    for (int rows : new int[] {-2, 1}) {
      List<double[]> inShares = new ArrayList<>(shares());
      Collections.rotate(inShares, rows);
      assertEquals(Optional.of(Condition.SHIFTED_ROWS), root(inShares, SHARES));
      List<double[]> inPixels = new ArrayList<>(pixels(truths(1)));
      Collections.rotate(inPixels, rows);
      assertEquals(Optional.of(Condition.SHIFTED_ROWS), root(inPixels, PIXELS));
    }
  }

  @Test
  void theSameSharesAndTheSamePixelsAreTheSameBox() {
    Diagnosis inShares =
        diagnosis(changed(shares(), r -> new double[] {0.02, 0.05, 0.1, 0.2}), SHARES);
    assertEquals(Condition.SAME_BOX, inShares.findings().get(0).condition(), "" + inShares);
    List<double[]> multiplied = new ArrayList<>();
    for (Truth truth : truths(1)) {
      multiplied.add(
          new double[] {
            0.02 * truth.width(), 0.05 * truth.height(), 0.1 * truth.width(), 0.2 * truth.height()
          });
    }
    Diagnosis times = diagnosis(multiplied, PIXELS);
    assertEquals(Condition.SAME_BOX, times.findings().get(0).condition(), "" + times);
    Diagnosis inPixels = diagnosis(changed(shares(), r -> new double[] {4, 5, 24, 31}), PIXELS);
    assertEquals(Condition.SAME_BOX, inPixels.findings().get(0).condition(), "" + inPixels);
    assertTrue(
        inPixels.findings().get(0).evidence().contains("left 4.0 px"),
        inPixels.findings().get(0).evidence());
  }

  /** Shares are the same on every size, and so is what is wrong with them. */
  @Test
  void whatIsWrongDoesNotDependOnTheSizesOfThePictures() {
    List<UnaryOperator<double[]>> changes =
        List.of(
            r -> r,
            r -> new double[] {r[1], r[0], r[3], r[2]},
            r -> new double[] {r[0], 0.4, r[2], r[3]},
            r -> new double[] {r[2], r[1], r[0], r[3]},
            r -> new double[] {0.3, 0.3, 0.6, 0.7});
    for (UnaryOperator<double[]> change : changes) {
      List<double[]> rows = changed(shares(), change);
      List<Condition> onOneSize =
          conditions(
              new NumberAudit(rows, Patients.truths(), SHARES, Patients.WIDTH, Patients.HEIGHT));
      for (long seed = 1; seed <= 2; seed++) {
        assertEquals(onOneSize, conditions(new NumberAudit(rows, truths(seed), SHARES)));
      }
    }
  }

  private static List<Condition> conditions(NumberAudit numbers) {
    return Doctor.examine(Evidence.of(numbers)).findings().stream()
        .map(Finding::condition)
        .toList();
  }
}
