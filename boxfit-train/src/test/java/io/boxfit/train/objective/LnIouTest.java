package io.boxfit.train.objective;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.boxfit.model.loss.LnIouLoss;
import org.junit.jupiter.api.Test;

/** The story's loss by TensorFlow's gradient rules, worked out by hand: truth 20 wide, 10 high. */
class LnIouTest {
  private static final double[] TRUTH = {10, 10, 30, 20};
  private static final double NAN = Double.NaN;
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static void assertLoss(double value, double[] gradient, double... predicted) {
    LossAt got = LossAt.of(BoxLossFunction.inPixels(new LnIouLoss()), predicted, TRUTH);
    assertEquals(value, got.value(), 1e-12);
    // Zero has a sign after a product with a negative number.
    for (int i = 0; i < 4; i++) {
      got.gradient()[i] += 0.0;
    }
    assertArrayEquals(gradient, got.gradient(), 1e-12);
  }

  /** I = 60, P = 120, U = 260; by xMin for example 6 / 60 + (-6 + 6) / 260. */
  @Test
  void overlappingBoxes() {
    double along = 10 / 60.0 - 10 / 260.0;
    double[] gradient = {0.1, 6 / 260.0, along, -along};
    double[] byCorner = {gradient[0], gradient[2], gradient[1], gradient[3]};
    assertLoss(Math.log(260 / 60.0), byCorner, 20, 12, 40, 18);
  }

  /** All ties go to the prediction, which would shrink: -10 / 200 + (10 - 10) / 200 by xMax. */
  @Test
  void identicalBoxesAreNotAtRest() {
    assertLoss(0, new double[] {0.05, 0.1, -0.05, -0.1}, 10, 10, 30, 20);
  }

  @Test
  void ordinaryBoxesThatDoNotMeetHaveNoNumberForAGradient() {
    double[] allNan = {NAN, NAN, NAN, NAN};
    assertLoss(INFINITY, allNan, 50, 50, 60, 60);
    assertLoss(INFINITY, allNan, 50, 12, 60, 18);
    assertLoss(INFINITY, allNan, 30, 10, 40, 20);
  }

  @Test
  void boxesInvertedOnBothAxesHaveNoGradient() {
    assertLoss(INFINITY, new double[4], 60, 60, 50, 50);
    assertLoss(INFINITY, new double[4], 25, 18, 15, 12);
  }

  /** As four sigmoids at 0.5 give: maximum(0, 0) hands everything to the constant. */
  @Test
  void pointsHaveNoGradient() {
    assertLoss(INFINITY, new double[4], 15, 12, 15, 12);
    assertLoss(INFINITY, new double[4], 100, 50, 100, 50);
  }

  @Test
  void whatIsInvertedOrFlatAlongOneAxisIsStoppedAlongThatAxisOnly() {
    double[] alongY = {0, NAN, 0, NAN};
    assertLoss(INFINITY, alongY, 28, 12, 20, 18);
    assertLoss(INFINITY, alongY, 15, 12, 15, 18);
    assertLoss(INFINITY, new double[] {NAN, 0, NAN, 0}, 15, 18, 25, 12);
  }
}
