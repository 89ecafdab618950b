package io.boxfit.doctor;

import static io.boxfit.doctor.Told.both;
import static io.boxfit.doctor.Told.changed;
import static io.boxfit.doctor.Told.layer;
import static io.boxfit.doctor.Told.livedWith;
import static io.boxfit.doctor.Told.part;
import static io.boxfit.doctor.Told.sick;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.box.Box;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.core.trace.TraceEvent.Range;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Diagnosis;
import io.boxfit.doctor.diagnosis.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds trainings back that may learn all the same: told of those, the root of others. */
class HeldBackTest {

  /** Boxes of the size of the object that the picture shows, where another one's centre is. */
  private static List<Box> inTheMiddle() {
    return changed(
        n ->
            new double[] {
              100 - (n[2] - n[0]) / 2,
              50 - (n[3] - n[1]) / 2,
              100 + (n[2] - n[0]) / 2,
              50 + (n[3] - n[1]) / 2
            });
  }

  /** Boxes that go a part of the way from the middle of the picture. */
  private static List<Box> going(double across, double down) {
    return changed(
        n -> {
          double x = 100 + across * ((n[0] + n[2]) / 2 - 100);
          double y = 50 + down * ((n[1] + n[3]) / 2 - 50);
          double width = (n[2] - n[0]) / 2;
          double height = (n[3] - n[1]) / 2;
          return new double[] {x - width, y - height, x + width, y + height};
        });
  }

  private static Told standing() {
    Told told = new Told();
    told.first = Patients.same(Told.MIDDLE);
    told.loss = step -> step < 20 ? 0.1 / step : 0.005;
    return told;
  }

  @Test
  void picturesOfAnotherSize() {
    Told told = new Told();
    told.pixels = new Range(0, 255, 99);
    both(Condition.INPUTS_NOT_SCALED, told);
    Told twice = new Told();
    twice.pixels = new Range(0, 0.0039, 0.001);
    both(Condition.INPUTS_NOT_SCALED, twice);
    Told dark = new Told();
    dark.pixels = new Range(-1, -0.992, -0.995);
    both(Condition.INPUTS_NOT_SCALED, dark);
    twice.pixels = told.pixels;
    twice.layers = List.of(layer("scale", "Rescaling"), layer("fc", "Dense"));
    assertEquals(
        Condition.TOO_FEW_EPOCHS,
        twice.examined().root().orElseThrow().condition(),
        "the first layer scales them");
  }

  @Test
  void whatIsLearnedInSpiteOfIsAWarning() {
    Told told = new Told();
    told.pixels = new Range(0, 255, 99);
    Diagnosis learned = told.examined();
    assertEquals(Severity.WARNING, learned.severity(learned.findings().get(0)));
    Diagnosis failed = told.still().examined();
    assertEquals(Severity.ERROR, failed.severity(failed.findings().get(0)));
  }

  @Test
  void targetsThatTheOutputsDoNotFit() {
    Told told = new Told();
    told.targets = new Range(0, 0.015, 0.01);
    both(Condition.TARGETS_NOT_SCALED, told);
    Told below = new Told();
    below.targets = new Range(-1, 1, 0);
    below.layers = List.of(layer("fc", "Linear"), part("Sigmoid", 0, 0, 0));
    both(Condition.TARGETS_NOT_SCALED, below);
  }

  @Test
  void defaultsOfOptimizers() {
    Told told = new Told();
    told.optimizer = "Adagrad";
    both(Condition.OPTIMIZER_DEFAULT, told);
    told.rate = 0.01;
    assertTrue(
        told.examined().findings().stream()
            .noneMatch(f -> f.condition() == Condition.OPTIMIZER_DEFAULT));
  }

  @Test
  void stepsAsLargeAsTheWeights() {
    Told told = new Told();
    told.moved = step -> step == 3 ? 1.2 : 0.002;
    both(Condition.LEARNING_RATE_TOO_HIGH, told);
  }

  @Test
  void stepsThatHardlyMove() {
    Told told = new Told();
    told.moved = step -> 1e-4;
    both(Condition.LEARNING_RATE_TOO_LOW, told);
    told.moved = step -> 4e-4;
    sick(Condition.LEARNING_RATE_TOO_LOW, told);
    told.said = Patients.predictions(3);
    told.loss = step -> step < 20 ? 1.0 / step : 0.05;
    assertTrue(
        told.examined().findings().stream()
            .noneMatch(f -> f.condition() == Condition.LEARNING_RATE_TOO_LOW),
        "what does not get better any more is not slow");
  }

  @Test
  void layersThatLetLittleThrough() {
    Told told = new Told();
    TraceEvent.Layer half = part("Dropout", 0, 0.5, 0);
    told.layers = List.of(half, layer("a", "Linear"), half, layer("fc", "Linear"));
    both(Condition.DROPOUT_TOO_HIGH, told);
    Told narrow = new Told();
    narrow.layers = List.of(part("Linear", 2, 0, 0), layer("fc", "Linear"));
    both(Condition.HEAD_TOO_SMALL, narrow);
  }

  @Test
  void sizesWithoutPlaces() {
    Told told = new Told();
    told.said = inTheMiddle();
    sick(Condition.POSITION_LOST, told);
    told.layers = List.of(layer("conv", "Conv2d"), part("Flatten", 0, 0, 0), layer("fc", "Linear"));
    sick(Condition.MIRRORED_ALONE, told);
  }

  @Test
  void batchNormThatIsUsedOtherwise() {
    Told told = standing();
    told.layers = List.of(part("BatchNorm2d", 0, 0, 0.9), layer("fc", "Linear"));
    told.samples = 5_000;
    told.loss = step -> step < 20 ? 0.1 / step : 1e-6;
    livedWith(Condition.BATCH_NORM_NOT_SETTLED, told);
    told.layers = List.of(layer("conv", "Conv2d"), layer("fc", "Linear"));
    assertTrue(
        told.examined().findings().stream()
            .noneMatch(f -> f.condition() == Condition.BATCH_NORM_NOT_SETTLED));
  }

  @Test
  void numbersThatBreakOutOfTheCalm() {
    Told told = new Told();
    told.said = Patients.same(new Box(Double.NaN, Double.NaN, Double.NaN, Double.NaN));
    told.loss = step -> step < 50 ? 0.1 : Double.NaN;
    assertEquals(50, sick(Condition.BROKEN_SAMPLES, told).root().orElseThrow().since().orElse(0));
    told.lossName = "ciou";
    sick(Condition.LOSS_TURNS_NAN, told);
    told.lossName = "mse";
    told.broken = step -> step == 49 ? 7 : 0;
    sick(Condition.LOSS_TURNS_NAN, told);
    told.broken = step -> 0;
    told.loss = step -> step < 46 ? 0.1 : step < 50 ? 1e9 : Double.NaN;
    sick(Condition.LEARNING_RATE_TOO_HIGH, told);
  }

  @Test
  void boxesThatGoLessFarAlongOneAxis() {
    Told told = standing();
    told.said = going(0.5, 1);
    sick(Condition.MIRRORED_ALONE, told);
    told.said = going(0.8, 1);
    assertTrue(
        told.examined().findings().stream()
            .noneMatch(f -> f.condition() == Condition.MIRRORED_ALONE));
  }

  @Test
  void aPartOfTheTruthIsWrong() {
    Told told = standing();
    told.loss = step -> step < 20 ? 0.1 / step : 0.02;
    livedWith(Condition.TRUTH_MISMATCH, told);
    told = standing();
    told.said = going(0.5, 0.5);
    sick(Condition.TRUTH_MISMATCH, told);
  }

  @Test
  void picturesThatAreAllTheSame() {
    Told told = new Told().still();
    told.pixels = new Range(1, 1, 1);
    sick(Condition.TRUTH_MISMATCH, told);
  }

  @Test
  void oneBoxForAllThatIsTrained() {
    Told told = standing();
    told.said = Patients.same(new Box(10, 10, 30, 30));
    told.loss = step -> 0.1 / step;
    sick(Condition.TRUTH_MISMATCH, told);
  }

  @Test
  void fewSamplesOrManyThatAreTheSame() {
    Told told = new Told();
    told.samples = 200;
    livedWith(Condition.TOO_LITTLE_DATA, told);
  }

  @Test
  void sidesThatSomethingHoldsAtZero() {
    Told told = standing();
    told.said =
        changed(n -> new double[] {Math.max(0, n[0] - 90), Math.max(0, n[1] - 45), n[2], n[3]});
    assertEquals(
        Condition.DEAD_OUTPUT,
        told.examined().findings().get(0).condition(),
        "" + told.examined().findings());
  }
}
