package io.boxfit.core.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.box.Box;
import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class MetricsTest {
  private static final Box CONSTANT = new Box(0, 0, 10, 10);
  private static final double NAN = Double.NaN;

  @Test
  void valuesComputedByHand() {
    // IoUs 1, 0.5, 0.25 and 0.
    List<Outcome> outcomes =
        List.of(
            outcome(new Box(0, 0, 10, 10), new Box(0, 0, 10, 10)),
            outcome(new Box(0, 0, 10, 5), new Box(0, 0, 10, 10)),
            outcome(new Box(20, 20, 40, 40), new Box(20, 20, 30, 30)),
            outcome(new Box(60, 60, 70, 70), new Box(80, 80, 90, 90)));
    Metrics metrics = Metrics.of(outcomes, CONSTANT);
    assertEquals(1.75 / 4, metrics.meanIou(), 1e-15);
    assertEquals(OptionalDouble.empty(), metrics.meanIouUnrounded());
    assertEquals(0.375, metrics.medianIou(), 1e-15);
    assertEquals(0.5, metrics.iouAt50());
    assertEquals(0.25, metrics.iouAt75());
    assertEquals(0.25, metrics.iouAt90());
    // The constant box hits two of the four exactly and misses the others.
    assertEquals(0.5, metrics.constantBaseline(), 1e-15);
    assertEquals((0.4375 - 0.5) / 0.5, metrics.skill(), 1e-15);
    // Left: predicted 0 0 20 60 (deviations -20 -20 0 40), true 0 0 20 80 (-25 -25 -5 55).
    assertEquals(Math.sqrt(2400.0 / 4300), metrics.spreadRatio().left(), 1e-12);
    assertEquals(3200 / Math.sqrt(2400.0 * 4300), metrics.tracking().left(), 1e-12);
    assertEquals(20.0 / 4, metrics.sideErrorPx().left(), 1e-12);
    assertEquals((10 + 20) / 4.0, metrics.sideErrorPx().right(), 1e-12);
    assertEquals((5 + 10 + 20) / 4.0, metrics.sideErrorPx().bottom(), 1e-12);
    // As shares of 200 x 100 the bottom is the largest everywhere but in the second prediction,
    // where right (10 / 200) and bottom (5 / 100) are equal and the first counts.
    assertEquals(0.75, metrics.kerasAccuracy());
    assertEquals(0, metrics.invalid());
    assertEquals(4, metrics.samples());
  }

  @Test
  void bothFiguresOfARoundingModel() {
    Metrics metrics =
        Metrics.of(
            List.of(
                new Outcome(
                    new Box(0, 0, 10, 10),
                    Optional.of(new Box(0, 0, 10, 8)),
                    new Box(0, 0, 10, 10),
                    200,
                    100)),
            CONSTANT);
    assertEquals(1, metrics.meanIou());
    assertEquals(0.8, metrics.meanIouUnrounded().orElseThrow(), 1e-15);
  }

  @Test
  void aConstantPredictionHasNoSpreadNoTrackingAndNoSkill() {
    List<Outcome> outcomes = new ArrayList<>();
    RandomStream random = new Seed(1).stream("truths");
    for (int i = 0; i < 500; i++) {
      outcomes.add(outcome(CONSTANT, truth(random)));
    }
    Metrics metrics = Metrics.of(outcomes, CONSTANT);
    assertEquals(new PerSide(0, 0, 0, 0), metrics.spreadRatio());
    assertEquals(new PerSide(0, 0, 0, 0), metrics.tracking());
    assertEquals(0, metrics.skill());
    assertEquals(metrics.meanIou(), metrics.constantBaseline());
  }

  @Test
  void aBoxMovingAtRandomHasSpreadButNoTracking() {
    List<Outcome> outcomes = new ArrayList<>();
    RandomStream random = new Seed(2).stream("boxes");
    for (int i = 0; i < 20_000; i++) {
      outcomes.add(outcome(truth(random), truth(random)));
    }
    Metrics metrics = Metrics.of(outcomes, CONSTANT);
    assertEquals(1, metrics.spreadRatio().left(), 0.03);
    assertEquals(0, metrics.tracking().left(), 0.03);
    assertEquals(0, metrics.tracking().bottom(), 0.03);
  }

  @Test
  void invalidPredictionsCountAndPoisonNothing() {
    List<Outcome> valid = new ArrayList<>();
    RandomStream random = new Seed(3).stream("boxes");
    for (int i = 0; i < 100; i++) {
      Box truth = truth(random);
      valid.add(
          outcome(new Box(truth.xMin() + 1, truth.yMin(), truth.xMax() + 1, truth.yMax()), truth));
    }
    Metrics clean = Metrics.of(valid, CONSTANT);
    List<Outcome> mixed = new ArrayList<>(valid);
    mixed.add(outcome(new Box(NAN, NAN, NAN, NAN), new Box(0, 0, 1, 1)));
    mixed.add(outcome(new Box(0, 0, Double.POSITIVE_INFINITY, 5), new Box(0, 0, 1, 1)));
    mixed.add(outcome(new Box(9, 9, 2, 2), new Box(0, 0, 1, 1)));
    mixed.add(outcome(new Box(3, 3, 3, 5), new Box(0, 0, 1, 1)));
    Metrics metrics = Metrics.of(mixed, CONSTANT);
    assertEquals(4, metrics.invalid());
    assertEquals(104, metrics.samples());
    assertEquals(clean.meanIou() * 100 / 104, metrics.meanIou(), 1e-12);
    assertEquals(clean.spreadRatio(), metrics.spreadRatio());
    assertEquals(clean.tracking(), metrics.tracking());
    // 100 errors of 1 px and 4 of the whole width; 100 of 0 and 4 of the whole height.
    assertEquals((100 + 4 * 200) / 104.0, metrics.sideErrorPx().left(), 1e-9);
    assertEquals(4 * 100 / 104.0, metrics.sideErrorPx().top(), 1e-9);
  }

  @Test
  void nothingButInvalidPredictionsGivesNumbers() {
    Metrics metrics =
        Metrics.of(
            List.of(
                outcome(new Box(NAN, 0, 1, 1), new Box(0, 0, 1, 1)),
                outcome(new Box(0, NAN, 1, 1), new Box(0, 0, 1, 1))),
            new Box(0, 0, 1, 1));
    assertEquals(0, metrics.meanIou());
    assertEquals(2, metrics.invalid());
    assertEquals(0, metrics.kerasAccuracy());
    assertEquals(new PerSide(0, 0, 0, 0), metrics.spreadRatio());
    assertEquals(new PerSide(0, 0, 0, 0), metrics.tracking());
    assertEquals(new PerSide(200, 100, 200, 100), metrics.sideErrorPx());
    assertEquals(0, metrics.skill(), "the constant box is perfect here");
  }

  @Test
  void perfectPredictionsArePerfectInEveryFigure() {
    List<Outcome> outcomes = new ArrayList<>();
    RandomStream random = new Seed(4).stream("boxes");
    for (int i = 0; i < 300; i++) {
      Box truth = truth(random);
      outcomes.add(outcome(truth, truth));
    }
    Metrics metrics = Metrics.of(outcomes, CONSTANT);
    assertEquals(1, metrics.meanIou(), 1e-12);
    assertEquals(1, metrics.skill(), 1e-12);
    assertEquals(1, metrics.iouAt90());
    assertEquals(1, metrics.spreadRatio().top(), 1e-12);
    assertEquals(1, metrics.tracking().right(), 1e-12);
    assertEquals(0, metrics.sideErrorPx().bottom());
    assertEquals(1, metrics.kerasAccuracy());
  }

  @Test
  void mistakesOfTheCallerAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Metrics.of(List.of(), CONSTANT));
    assertThrows(IllegalArgumentException.class, () -> outcome(CONSTANT, new Box(NAN, 0, 1, 1)));
    Outcome rounded = new Outcome(CONSTANT, Optional.of(CONSTANT), CONSTANT, 200, 100);
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> Metrics.of(List.of(rounded, outcome(CONSTANT, CONSTANT)), CONSTANT))
            .getMessage();
    assertTrue(message.contains("only 1 of 2"), message);
  }

  private static Outcome outcome(Box prediction, Box truth) {
    return new Outcome(prediction, truth, 200, 100);
  }

  private static Box truth(RandomStream random) {
    double x = random.nextDouble(0, 150);
    double y = random.nextDouble(0, 60);
    return new Box(x, y, x + random.nextDouble(5, 50), y + random.nextDouble(5, 40));
  }
}
