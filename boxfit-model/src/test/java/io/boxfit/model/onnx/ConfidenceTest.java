package io.boxfit.model.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.BadInputException;
import io.boxfit.core.box.Box;
import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import io.boxfit.model.network.Network;
import io.boxfit.model.network.NodeParameter;
import io.boxfit.model.recipe.Recipes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@code confidence} says, computed again from the values inside. */
class ConfidenceTest {
  private static final int COUNT = 5;
  private static final int WIDTH = 200;
  private static final int HEIGHT = 100;

  private static byte[] model(Network network, ConfidenceScale scale) {
    RandomStream random = new Seed(11).stream("weights", 0);
    Map<String, float[]> weights = new LinkedHashMap<>();
    for (NodeParameter parameter : network.parameters()) {
      float[] values = new float[(int) parameter.parameter().shape().elements()];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (0.2 * random.nextGaussian());
      }
      weights.put(parameter.name(), values);
    }
    ModelCard card = new ModelCard("0", List.of("it"), "0", new Box(0, 0, 1, 1), false);
    return OnnxModel.of(network, weights, card.with(scale)).bytes();
  }

  private static byte[] pictures() {
    RandomStream random = new Seed(12).stream("pictures", 0);
    byte[] pixels = new byte[COUNT * WIDTH * HEIGHT * 3];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) random.nextInt(256);
    }
    return pixels;
  }

  private static double sigmoid(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  @Test
  void theWinnersScoreWhereCandidatesCompete() throws Exception {
    Network network = Recipes.named("reliable").network();
    int candidates = network.rows().get("score");
    assertEquals(3, candidates);
    try (Session session =
        new Session(model(network, new ConfidenceScale(0.5, -1, 7)), "score", "coarse")) {
      Map<String, float[]> got = session.run(pictures(), COUNT, HEIGHT, WIDTH);
      float[] confidence = got.get("confidence");
      assertEquals(COUNT, confidence.length);
      boolean othersWin = false;
      for (int i = 0; i < COUNT; i++) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < candidates; c++) {
          int row = c * COUNT + i;
          double sum = got.get("score")[row] + got.get("coarse")[5 * row];
          if (sum > most) {
            most = sum;
            best = c;
          }
        }
        othersWin |= best > 0;
        double score = got.get("score")[best * COUNT + i];
        assertEquals(sigmoid(0.5 * score - 1), confidence[i], 1e-5, "picture " + i);
      }
      assertTrue(othersWin, "the first candidate always wins: nothing is decided");
    }
  }

  @Test
  void sharpSidesElsewhere() throws Exception {
    Network network =
        Recipes.load("reliable", List.of("network=coarse-to-fine", "loss={name: coarseToFine}"))
            .network();
    try (Session session =
        new Session(model(network, ConfidenceScale.RAW), "alongX.places", "alongY.places")) {
      Map<String, float[]> got = session.run(pictures(), COUNT, HEIGHT, WIDTH);
      for (int i = 0; i < COUNT; i++) {
        double sum = 0;
        for (String axis : List.of("alongX.places", "alongY.places")) {
          int places = got.get(axis).length / COUNT / 2;
          for (int side = 0; side < 2; side++) {
            sum += Math.log(squares(got.get(axis), (2 * i + side) * places, places));
          }
        }
        assertEquals(sigmoid(sum / 4), got.get("confidence")[i], 1e-5, "picture " + i);
      }
    }
  }

  private static double squares(float[] logits, int from, int count) {
    double sum = 0;
    double squares = 0;
    for (int i = from; i < from + count; i++) {
      double e = Math.exp(logits[i]);
      sum += e;
      squares += e * e;
    }
    return squares / (sum * sum);
  }

  @Test
  void otherNetworksHaveNone() {
    assertFalse(OnnxModel.hasConfidence(Recipes.named("article").network()));
    assertThrows(BadInputException.class, () -> new ConfidenceScale(-1, 0, 3));
    assertThrows(BadInputException.class, () -> new ConfidenceScale(1, Double.NaN, 3));
  }
}
