package io.boxfit.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.box.Box;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Diagnosis;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.diagnosis.Verdict;
import io.boxfit.doctor.evidence.Evidence;
import io.boxfit.doctor.evidence.ModelTrial;
import io.boxfit.doctor.evidence.Moved;
import io.boxfit.doctor.evidence.NumberAudit;
import io.boxfit.doctor.evidence.ProbeFigures;
import io.boxfit.doctor.evidence.Reactions;
import io.boxfit.doctor.evidence.Way;
import io.boxfit.doctor.reading.Frame;
import io.boxfit.doctor.reading.FramedReading;
import io.boxfit.doctor.reading.FramedReadingSearch;
import io.boxfit.doctor.reading.Layout;
import io.boxfit.doctor.reading.Placement;
import io.boxfit.doctor.reading.Reading;
import io.boxfit.doctor.reading.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What the doctor makes of a network that was asked. */
final class ModelTrialTest {
  private static final FramedReading CORNERS =
      new FramedReading(new Reading(Layout.XYXY, Scale.PIXELS), Frame.INPUT);
  private static final FramedReading CENTRE =
      new FramedReading(new Reading(Layout.CXCYWH, Scale.RELATIVE), Frame.INPUT);

  private static final ProbeFigures LOOKS =
      new ProbeFigures(
          40,
          0.4,
          0.3,
          0.2,
          0.2,
          OptionalDouble.of(1),
          OptionalDouble.of(0.9),
          OptionalDouble.of(1));

  private static Way way(String preprocessing, FramedReading reading, double meanIou) {
    return new Way(preprocessing, reading, meanIou, meanIou);
  }

  private static Diagnosis diagnosis(Way claimed, Way found, ProbeFigures probes, double off) {
    List<Box> truth = new ArrayList<>();
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      double x = 7 * i % 80;
      double y = 3 * i % 60;
      truth.add(new Box(x, y, x + 15 + i % 3, y + 20 + i % 5));
      rows.add(new double[] {x + off, y + off, x + 15 + i % 3 + off, y + 20 + i % 5 + off});
    }
    NumberAudit numbers = new NumberAudit(rows, truth, CORNERS.reading(), 100, 100);
    return Doctor.examine(
        Evidence.of(numbers)
            .with(new ModelTrial(claimed, true, List.of(found), 21, 0.2, Optional.of(probes))));
  }

  private static List<Condition> conditions(Diagnosis diagnosis) {
    return diagnosis.findings().stream().map(Finding::condition).toList();
  }

  @Test
  void anotherPreprocessingIsTheRoot() {
    Diagnosis diagnosis =
        diagnosis(way("rgb, 0..1", CORNERS, 0.12), way("bgr, 0..255", CENTRE, 0.91), LOOKS, 0);
    Finding root = diagnosis.root().orElseThrow();
    assertEquals(Condition.WRONG_PREPROCESSING, root.condition());
    assertEquals(
        "Fed with bgr, 0..255 and read as centre and size (CXCYWH), shares of width and height,"
            + " your mean IoU is 0.91 instead of 0.12 fed with rgb, 0..1 and read as left, top,"
            + " right, bottom (XYXY), pixels.",
        root.evidence());
  }

  @Test
  void anotherReadingAloneIsCalledSo() {
    Diagnosis diagnosis =
        diagnosis(way("rgb, 0..1", CORNERS, 0.12), way("rgb, 0..1", CENTRE, 0.91), LOOKS, 0);
    assertEquals(Condition.WRONG_READING, diagnosis.root().orElseThrow().condition());
  }

  /** 0.2 + 0.1 * 0.8 is where a way begins to work; 0.15 is what it must bring. */
  @Test
  void aWayMustWorkAndBringALot() {
    Way claimed = way("rgb, 0..1", CORNERS, 0.12);
    assertEquals(Verdict.SICK, diagnosis(claimed, way("bgr", CORNERS, 0.29), LOOKS, 0).verdict());
    Diagnosis tooLittle = diagnosis(claimed, way("bgr", CORNERS, 0.27), LOOKS, 0);
    assertEquals(Verdict.HEALTHY, tooLittle.verdict());
    assertEquals(List.of(Condition.NO_WAY_WORKS), conditions(tooLittle));
    Diagnosis small = diagnosis(way("rgb", CORNERS, 0.8), way("bgr", CORNERS, 0.94), LOOKS, 0);
    assertEquals(Verdict.HEALTHY, small.verdict());
    assertTrue(small.findings().isEmpty(), conditions(small).toString());
  }

  @Test
  void blindIsWhateverMovesTheBoxByLessThanATenthOfTheTruth() {
    Way works = way("rgb", CORNERS, 0.9);
    ProbeFigures blind =
        new ProbeFigures(
            40,
            0.01,
            0.019,
            0.01,
            0.2,
            OptionalDouble.of(0),
            OptionalDouble.of(0),
            OptionalDouble.empty());
    assertEquals(List.of(Condition.BLIND_NETWORK), conditions(diagnosis(works, works, blind, 0)));
    ProbeFigures stays =
        new ProbeFigures(
            40,
            0.01,
            0.021,
            0.01,
            0.2,
            OptionalDouble.of(0.29),
            OptionalDouble.of(0.9),
            OptionalDouble.empty());
    assertEquals(List.of(Condition.STAYS_BEHIND), conditions(diagnosis(works, works, stays, 0)));
  }

  /** Worked by hand: boxes of a tenth of the picture, moved by known shares. */
  @Test
  void probesInFigures() {
    List<Box> plain = new ArrayList<>();
    List<Box> black = new ArrayList<>();
    List<Box> mirrored = new ArrayList<>();
    List<Moved> across = new ArrayList<>();
    List<Moved> down = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      double x = i % 2 == 0 ? 0.1 : 0.7;
      plain.add(new Box(x, 0.4, x + 0.1, 0.5));
      black.add(new Box(x + 0.2, 0.4, x + 0.3, 0.5));
      mirrored.add(i == 0 ? plain.get(i) : new Box(0.9 - x, 0.4, 1 - x, 0.5));
      across.add(new Moved(i < 4 ? 0.1 : -0.1, i < 4 ? 0.08 : -0.09));
      down.add(new Moved(0.1, 0.1));
    }
    ProbeFigures figures =
        ProbeFigures.of(new Reactions(plain, plain, black, plain, mirrored, across, down));
    assertEquals(0.1, figures.black(), 1e-12);
    assertEquals(0, figures.shuffled(), 1e-12);
    assertEquals(0.3, figures.another(), 1e-12);
    assertEquals(0.3, figures.truth(), 1e-12);
    assertEquals(0.85, figures.across().orElseThrow(), 1e-12);
    assertTrue(figures.down().isEmpty(), "true boxes do not vary down");
    assertEquals(7 / 8.0, figures.mirrored().orElseThrow(), 1e-12);
  }

  /** 64x48 in the middle of 128x128: twice as large, 16 px from above. */
  @Test
  void framesAndLogits() {
    Placement placement = new Placement(64, 48, 128, 128, 2, 2, 0, 16);
    Box box = new Box(8, 12, 24, 36);
    assertEquals(new Box(16, 40, 48, 88), placement.toInput(box));
    assertEquals(box, placement.toPicture(placement.toInput(box)));
    double[] logits = new double[4];
    double[] shares = {0.125, 0.25, 0.375, 0.75};
    for (int i = 0; i < 4; i++) {
      logits[i] = Math.log(shares[i] / (1 - shares[i]));
    }
    FramedReading reading =
        new FramedReading(new Reading(Layout.XYXY, Scale.LOGITS), Frame.PICTURE);
    Box read = reading.decode(logits, placement);
    assertEquals(8, read.xMin(), 1e-9);
    assertEquals(36, read.yMax(), 1e-9);
    FramedReadingSearch found =
        FramedReadingSearch.of(CORNERS, List.of(logits), List.of(box), List.of(placement));
    assertEquals(reading, found.reading());
    assertEquals(1, found.meanIou(), 1e-9);
  }
}
