package io.boxfit.app.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.box.Box;
import io.boxfit.core.metrics.Outcome;
import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import io.boxfit.model.onnx.ConfidenceScale;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PlattScalingTest {
  private static final Box TRUTH = new Box(10, 10, 30, 30);

  private static JudgedSample sample(int index, double evidence, boolean right) {
    Box said = right ? TRUTH : new Box(60, 60, 80, 80);
    return new JudgedSample(
        index,
        "s" + index,
        new Outcome(said, TRUTH, 100, 100),
        OptionalDouble.of(1 / (1 + Math.exp(-evidence))));
  }

  /** Samples drawn from a known scale give it back. */
  @Test
  void findsTheScaleThatSamplesWereDrawnFrom() {
    RandomStream random = new Seed(1).stream("platt", 0);
    List<JudgedSample> samples = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      double evidence = 2 * random.nextGaussian();
      double probability = 1 / (1 + Math.exp(-(0.7 * evidence - 0.4)));
      samples.add(sample(i, evidence, random.nextDouble() < probability));
    }
    ConfidenceScale scale = PlattScaling.fit(samples);
    assertEquals(0.7, scale.slope(), 0.04);
    assertEquals(-0.4, scale.offset(), 0.05);
    assertEquals(20_000, scale.samples());
  }

  @Test
  void staysFiniteWhereAllAreRightOrPerfectlyParted() {
    List<JudgedSample> right = new ArrayList<>();
    List<JudgedSample> parted = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      right.add(sample(i, i / 10.0, true));
      parted.add(sample(i, i - 20, i >= 20));
    }
    ConfidenceScale all = PlattScaling.fit(right);
    double sure = 1 / (1 + Math.exp(-(all.slope() * 2 + all.offset())));
    assertTrue(sure > 0.9 && sure < 0.995, "confidence " + sure);
    ConfidenceScale both = PlattScaling.fit(parted);
    assertTrue(both.slope() > 0 && both.slope() < 100, both::toString);
    assertEquals(0, both.offset(), 1.5 * both.slope());
  }

  @Test
  void evidenceThatSpeaksAgainstItselfIsNotUsed() {
    List<JudgedSample> samples = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      samples.add(sample(i, i - 20, i < 30));
    }
    ConfidenceScale scale = PlattScaling.fit(samples);
    assertEquals(0, scale.slope());
    assertEquals(Math.log(31.0 / 11), scale.offset(), 1e-12);
  }

  /** By hand: IoUs 1, 0, 1, 0 in falling confidence. */
  @Test
  void theSurestComeFirst() {
    List<JudgedSample> samples =
        List.of(sample(0, -1, false), sample(1, 3, true), sample(2, 2, false), sample(3, 1, true));
    List<RiskCoverage.Point> points = RiskCoverage.of(samples).points();
    assertEquals(10, points.size());
    RiskCoverage.Point half = points.get(4);
    assertEquals(0.5, half.coverage());
    assertEquals(0.5, half.iouAt50());
    assertEquals(1 / (1 + Math.exp(-2)), half.confidence(), 1e-12);
    RiskCoverage.Point first = points.get(0);
    assertEquals(0.25, first.coverage());
    assertEquals(1, first.meanIou());
    assertEquals(0.5, points.get(9).meanIou());
    JudgedSample silent = new JudgedSample(4, "s4", samples.get(0).outcome());
    assertEquals(List.of(), RiskCoverage.of(List.of(samples.get(0), silent)).points());
  }
}
