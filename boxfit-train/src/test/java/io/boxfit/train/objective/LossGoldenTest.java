package io.boxfit.train.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.boxfit.model.loss.BoxLoss;
import io.boxfit.model.loss.CenterPointLoss;
import io.boxfit.model.loss.CiouLoss;
import io.boxfit.model.loss.DiouLoss;
import io.boxfit.model.loss.EiouLoss;
import io.boxfit.model.loss.GiouLoss;
import io.boxfit.model.loss.GuardedLnIouLoss;
import io.boxfit.model.loss.HuberLoss;
import io.boxfit.model.loss.IouLoss;
import io.boxfit.model.loss.L1Loss;
import io.boxfit.model.loss.LnIouLoss;
import io.boxfit.model.loss.MseLoss;
import io.boxfit.model.loss.NegativeIouLoss;
import io.boxfit.model.loss.SmoothL1Loss;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Losses against torchvision and PyTorch (losses_golden.py), and against values by hand. */
class LossGoldenTest {
  private static final Map<String, BoxLoss> LOSSES =
      Map.of(
          "giou", new GiouLoss(),
          "diou", new DiouLoss(),
          "ciou", new CiouLoss(),
          "iou", new IouLoss(),
          "mse", new MseLoss(),
          "l1", new L1Loss(),
          "smoothL1", new SmoothL1Loss(5),
          "huber", new HuberLoss(5));

  static Stream<String> names() {
    return LOSSES.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("names")
  void agreesWithTheGoldenFile(String name) throws IOException {
    BoxLossFunction function = BoxLossFunction.inPixels(LOSSES.get(name));
    try (InputStream in = LossGoldenTest.class.getResourceAsStream("/golden/losses.json")) {
      JsonNode pairs = new ObjectMapper().readTree(in);
      assertTrue(pairs.size() >= 40);
      for (JsonNode pair : pairs) {
        double[] predicted = numbers(pair.required("predicted"));
        LossAt got = LossAt.of(function, predicted, numbers(pair.required("truth")));
        JsonNode wanted = pair.required(name);
        String what = name + " of " + pair;
        assertEquals(wanted.required("value").asDouble(), got.value(), 1e-10, what);
        double[] gradient = numbers(wanted.required("gradient"));
        for (int i = 0; i < 4; i++) {
          assertEquals(gradient[i], got.gradient()[i], 1e-10, what + " by number " + i);
        }
      }
    }
  }

  private static double[] numbers(JsonNode list) {
    return Stream.of(0, 1, 2, 3).mapToDouble(i -> list.required(i).asDouble()).toArray();
  }

  private static void assertValue(double wanted, BoxLoss loss) {
    double[] predicted = {20, 10, 40, 20};
    BoxLossFunction function = BoxLossFunction.inPixels(loss);
    assertEquals(wanted, LossAt.of(function, predicted, 10, 10, 30, 15).value(), 1e-12);
  }

  /**
   * 20 x 10 over 20 x 5: I = 50, U = 250, the smallest box around both 30 x 10, the centres 10 and
   * 2.5 apart.
   */
  @Test
  void agreeWithValuesByHand() {
    double diou = 0.8 + 106.25 / 1000;
    double turn = Math.atan(20 / 5.0) - Math.atan(20 / 10.0);
    double v = 4 / (Math.PI * Math.PI) * turn * turn;
    assertValue(Math.log(5), new LnIouLoss());
    assertValue(Math.log(5), new GuardedLnIouLoss(1e-6));
    assertValue(-Math.log(0.25), new GuardedLnIouLoss(0.25));
    assertValue(0.8, new IouLoss());
    assertValue(-0.2, new NegativeIouLoss());
    assertValue(0.8 + 50 / 300.0, new GiouLoss());
    assertValue(diou, new DiouLoss());
    assertValue(diou + v * v / (0.8 + v), new CiouLoss());
    assertValue(diou + 25 / 100.0, new EiouLoss());
    assertValue((100 + 0 + 100 + 25) / 4.0, new MseLoss());
    assertValue((10 + 0 + 10 + 5) / 4.0, new L1Loss());
    assertValue((8 + 0 + 8 + 3) / 4.0, new SmoothL1Loss(4));
    assertValue((6 + 0 + 6 + 25 / 16.0) / 4, new SmoothL1Loss(8));
    assertValue((48 + 0 + 48 + 12.5) / 4, new HuberLoss(8));
    assertValue((100 + 6.25) / 2, new CenterPointLoss());
  }
}
