package io.boxfit.train.objective;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.boxfit.core.box.BoxEncoding;
import io.boxfit.core.box.BoxFormat;
import io.boxfit.core.box.BoxUnit;
import io.boxfit.model.loss.BoxLoss;
import io.boxfit.model.loss.IouLoss;
import io.boxfit.model.loss.MseLoss;
import io.boxfit.model.network.Input;
import org.junit.jupiter.api.Test;

final class BoxLossSlopeTest {
  private static BoxLossSlope at(BoxLoss loss, double[] numbers, double... truths) {
    BoxEncoding encoding = new BoxEncoding(BoxFormat.CXCYWH, BoxUnit.PIXELS);
    return BoxLossSlope.of(
        new BoxLossFunction(loss, encoding, new Input(1, 1, 1)), numbers, truths);
  }

  /** Errors 1, 2, 2, 3: their mean square is 4.5, its gradient half of each. */
  @Test
  void squaredErrorsOfSeveralPairs() {
    BoxLossSlope slope =
        at(
            new MseLoss(),
            new double[] {0, 0, 1, 1, 1, 2, 3, 4},
            new double[] {-0.5, -0.5, 0.5, 0.5, -0.5, -0.5, 0.5, 0.5});
    assertArrayEquals(new double[] {0, 4.5}, slope.losses(), 1e-12);
    assertArrayEquals(new double[] {0, 0, 0, 0, 0.5, 1, 1, 1.5}, slope.gradient(), 1e-12);
  }

  /** Unit boxes x apart overlap by (1 - x) / (1 + x), which falls by 2 / (1 + x)^2. */
  @Test
  void overlapOfShiftedBoxes() {
    BoxLossSlope slope =
        at(new IouLoss(), new double[] {0.5, 0, 1, 1}, new double[] {-0.5, -0.5, 0.5, 0.5});
    assertEquals(2 / 3.0, slope.losses()[0], 1e-12);
    assertEquals(8 / 9.0, slope.gradient()[0], 1e-12);
  }

  @Test
  void ofNoPairIsNothing() {
    assertEquals(0, at(new MseLoss(), new double[0]).losses().length);
  }
}
