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
import io.boxfit.doctor.reading.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Predictions that speak of the picture as it was resized, and of boxes that only look like it. */
final class ResizedPicturesTest {

  /** What becomes of a box, px, of a picture of that size. */
  private interface Fault {
    double[] of(double[] box, double width, double height);
  }

  private static List<Truth> ofManySizes() {
    RandomStream random = new Seed(3).stream("sizes");
    List<Truth> truths = new ArrayList<>();
    for (Box box : Patients.truths()) {
      int width = (int) (100 + 700 * random.nextDouble());
      int height = (int) (50 + 700 * random.nextDouble());
      Truth small = new Truth(box, Patients.WIDTH, Patients.HEIGHT);
      truths.add(new Truth(small.stretched(box, width, height), width, height));
    }
    return truths;
  }

  private static List<Truth> ofOneSize() {
    return Patients.truths().stream()
        .map(box -> new Truth(box, Patients.WIDTH, Patients.HEIGHT))
        .toList();
  }

  private static Diagnosis diagnosis(List<Truth> truths, double pixels, Fault fault) {
    List<Box> said = Patients.predictions(pixels);
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < said.size(); i++) {
      Truth truth = truths.get(i);
      Box box =
          new Truth(said.get(i), Patients.WIDTH, Patients.HEIGHT)
              .stretched(said.get(i), truth.width(), truth.height());
      rows.add(fault.of(Patients.numbers(box), truth.width(), truth.height()));
    }
    return Doctor.examine(Evidence.of(new NumberAudit(rows, truths, Patients.CORNERS)));
  }

  private static void assertRead(String words, List<Truth> truths, Fault fault) {
    Finding root = diagnosis(truths, 3, fault).root().orElseThrow();
    assertEquals(Condition.WRONG_READING, root.condition());
    assertTrue(root.evidence().contains(words), root.evidence());
  }

  private static double[] scaled(double[] box, double across, double down) {
    return new double[] {box[0] * across, box[1] * down, box[2] * across, box[3] * down};
  }

  private static double[] letterboxed(double[] box, double w, double h, double side) {
    double times = side / Math.max(w, h);
    double left = (side - times * w) / 2;
    double top = (side - times * h) / 2;
    double[] at = scaled(box, times, times);
    return new double[] {at[0] + left, at[1] + top, at[2] + left, at[3] + top};
  }

  private static double[] centred(double[] r) {
    return new double[] {(r[0] + r[2]) / 2, (r[1] + r[3]) / 2, r[2] - r[0], r[3] - r[1]};
  }

  @Test
  void theSizeThatPicturesWereResizedToIsNamed() {
    for (List<Truth> truths : List.of(ofManySizes(), ofOneSize())) {
      assertRead(
          "coordinates of a 224x224 picture, stretched,",
          truths,
          (box, w, h) -> scaled(box, 224 / w, 224 / h));
      assertRead(
          "coordinates of a 416x416 picture, letterboxed,",
          truths,
          (box, w, h) -> letterboxed(box, w, h, 416));
      assertRead(
          "shares of a square picture, letterboxed,",
          truths,
          (box, w, h) -> letterboxed(box, w, h, 1));
      assertRead(
          "percent of width and height", truths, (box, w, h) -> scaled(box, 100 / w, 100 / h));
      assertRead(
          "(CXCYWH), coordinates of a 640x640 picture, stretched,",
          truths,
          (box, w, h) -> centred(scaled(box, 640 / w, 640 / h)));
      assertRead(
          "(YXYX), thousandths of width and height",
          truths,
          (box, w, h) -> {
            double[] at = scaled(box, 1000 / w, 1000 / h);
            return new double[] {at[1], at[0], at[3], at[2]};
          });
    }
  }

  @Test
  void aScaleIsNamedAsOne() {
    for (double times : new double[] {0.3, 0.6, 0.8, 1.3, 3}) {
      assertRead(
          "pixels of a picture %.2f times as large".formatted(times),
          ofOneSize(),
          (box, w, h) -> scaled(box, times, times));
    }
    assertRead(
        "pixels of a picture 0.50 times as large",
        ofManySizes(),
        (box, w, h) -> scaled(box, 0.5, 0.5));
    assertRead(
        "coordinates of a 150x80 picture, stretched",
        ofManySizes(),
        (box, w, h) -> scaled(box, 150 / w, 80 / h));
  }

  @Test
  void waysToResizeOfPicturesOfManySizesAreToldApart() {
    assertRead(
        "coordinates of a 512x512 picture, padded to the right and below",
        ofManySizes(),
        (box, w, h) -> scaled(box, 512 / Math.max(w, h), 512 / Math.max(w, h)));
    assertRead(
        "coordinates of a 256x256 picture, by its shorter side",
        ofManySizes(),
        (box, w, h) -> scaled(box, 256 / Math.min(w, h), 256 / Math.min(w, h)));
  }

  /** A size can be fitted to whatever stands still or lags behind; that explains nothing. */
  @Test
  void whatIsPoorIsNotReadAsResized() {
    List<UnaryOperator<double[]>> poor =
        List.of(
            r -> r,
            r -> new double[] {10, 10, 25, 25},
            r -> new double[] {40, 20, 55, 35},
            r -> scaledAbout(r, 0.4),
            r -> scaledAbout(r, 0.7));
    for (List<Truth> truths : List.of(ofManySizes(), ofOneSize())) {
      for (UnaryOperator<double[]> change : poor) {
        for (double pixels : new double[] {0, 3, 10, 20}) {
          Diagnosis diagnosis =
              diagnosis(
                  truths,
                  pixels,
                  (box, w, h) ->
                      scaled(change.apply(scaled(box, 200 / w, 100 / h)), w / 200, h / 100));
          assertTrue(
              diagnosis.findings().stream()
                  .noneMatch(f -> f.condition() == Condition.WRONG_READING),
              "" + diagnosis);
        }
      }
      assertEquals(Verdict.HEALTHY, diagnosis(truths, 10, (box, w, h) -> box).verdict());
    }
  }

  private static double[] scaledAbout(double[] r, double times) {
    return new double[] {
      80 + times * (r[0] - 80), 35 + times * (r[1] - 35),
      110 + times * (r[2] - 110), 65 + times * (r[3] - 65)
    };
  }

  @Test
  void whatHasASimpleNameIsNotCalledStretched() {
    assertRead(
        "measured from a corner -20 px across and 0 px down",
        ofOneSize(),
        (box, w, h) -> new double[] {box[0] + 20, box[1], box[2] + 20, box[3]});
    assertRead(
        "boxes about the right middle, 0.40 times as wide and 0.40 times as high",
        ofOneSize(),
        (box, w, h) -> {
          double[] c = centred(box);
          return new double[] {
            c[0] - 0.2 * c[2], c[1] - 0.2 * c[3], c[0] + 0.2 * c[2], c[1] + 0.2 * c[3]
          };
        });
  }
}
