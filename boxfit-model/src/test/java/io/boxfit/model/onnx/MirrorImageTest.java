package io.boxfit.model.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.box.Box;
import io.boxfit.core.overlap.Iou;
import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import io.boxfit.model.network.Network;
import io.boxfit.model.network.NodeParameter;
import io.boxfit.model.recipe.Recipes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A model that looks twice against one that looks once, asked twice. */
class MirrorImageTest {
  private static final int COUNT = 24;
  private static final int WIDTH = 80;
  private static final int HEIGHT = 60;

  private static byte[] model(Network network, boolean mirrored) {
    RandomStream random = new Seed(21).stream("weights", 0);
    Map<String, float[]> weights = new LinkedHashMap<>();
    for (NodeParameter parameter : network.parameters()) {
      float[] values = new float[(int) parameter.parameter().shape().elements()];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (0.15 * random.nextGaussian());
      }
      weights.put(parameter.name(), values);
    }
    ModelCard card =
        new ModelCard("0", List.of("it"), "0", new Box(0, 0, 1, 1), false)
            .with(ConfidenceScale.RAW);
    return OnnxModel.of(network, weights, mirrored ? card.withMirror() : card).bytes();
  }

  /** A bright rectangle on noise, so that some looks agree and others do not. */
  private static byte[] pictures() {
    RandomStream random = new Seed(22).stream("pictures", 0);
    byte[] pixels = new byte[COUNT * WIDTH * HEIGHT * 3];
    for (int i = 0; i < COUNT; i++) {
      int left = random.nextInt(5, 50);
      int top = random.nextInt(5, 30);
      for (int at = 0; at < WIDTH * HEIGHT; at++) {
        int x = at % WIDTH;
        int y = at / WIDTH;
        boolean inside = x >= left && x < left + 20 && y >= top && y < top + 20;
        for (int c = 0; c < 3; c++) {
          pixels[(i * WIDTH * HEIGHT + at) * 3 + c] =
              (byte) (inside ? 255 : random.nextInt(i % 2 == 0 ? 40 : 200));
        }
      }
    }
    return pixels;
  }

  private static byte[] mirrored(byte[] pictures) {
    byte[] result = new byte[pictures.length];
    for (int row = 0; row < COUNT * HEIGHT; row++) {
      for (int x = 0; x < WIDTH; x++) {
        System.arraycopy(
            pictures, (row * WIDTH + x) * 3, result, (row * WIDTH + WIDTH - 1 - x) * 3, 3);
      }
    }
    return result;
  }

  @Test
  void bothLooksAreMergedWhereTheyAgreeAndTheSurerOneTakenElsewhere() throws Exception {
    Network network =
        Recipes.load("photographs", List.of("input.width=" + WIDTH, "input.height=" + HEIGHT))
            .network();
    byte[] pictures = pictures();
    String[] inside = {
      "mirror/boxPlain", "mirror/boxMirrored", "mirror/evidencePlain", "mirror/evidenceMirrored"
    };
    try (Session once = new Session(model(network, false));
        Session twice = new Session(model(network, true), inside)) {
      Map<String, float[]> plain = once.run(pictures, COUNT, HEIGHT, WIDTH);
      Map<String, float[]> other = once.run(mirrored(pictures), COUNT, HEIGHT, WIDTH);
      Map<String, float[]> got = twice.run(pictures, COUNT, HEIGHT, WIDTH);
      int agreed = 0;
      int same = 0;
      for (int i = 0; i < COUNT; i++) {
        Box a = box(got.get("mirror/boxPlain"), i);
        Box mirrored = box(got.get("mirror/boxMirrored"), i);
        // Equal looks may choose another of two candidates that are nearly as good.
        same += near(a, box(plain.get("box"), i)) ? 1 : 0;
        same += near(mirrored, box(other.get("box"), i)) ? 1 : 0;
        Box b = turned(mirrored);
        double sureA = got.get("mirror/evidencePlain")[i];
        double sureB = got.get("mirror/evidenceMirrored")[i];
        boolean agree = new Iou().of(a, b) >= 0.5;
        agreed += agree ? 1 : 0;
        Box expected = agree ? mean(a, b) : sureA >= sureB ? a : b;
        assertTrue(near(expected, box(got.get("box"), i)), "picture " + i);
        double sure = agree ? (sureA + sureB) / 2 : Math.max(sureA, sureB);
        assertEquals(sure, logit(got.get("confidence")[i]), 1e-2, "confidence " + i);
      }
      assertTrue(agreed > 0 && agreed < COUNT, "agreed " + agreed + " of " + COUNT);
      assertTrue(same > 1.5 * COUNT, same + " of " + 2 * COUNT + " looks are as if asked alone");
    }
  }

  private static boolean near(Box a, Box b) {
    return Math.abs(a.xMin() - b.xMin()) < 0.01
        && Math.abs(a.yMin() - b.yMin()) < 0.01
        && Math.abs(a.xMax() - b.xMax()) < 0.01
        && Math.abs(a.yMax() - b.yMax()) < 0.01;
  }

  private static Box box(float[] boxes, int i) {
    return new Box(boxes[4 * i], boxes[4 * i + 1], boxes[4 * i + 2], boxes[4 * i + 3]);
  }

  private static Box turned(Box box) {
    return new Box(WIDTH - box.xMax(), box.yMin(), WIDTH - box.xMin(), box.yMax());
  }

  private static Box mean(Box a, Box b) {
    return new Box(
        (a.xMin() + b.xMin()) / 2,
        (a.yMin() + b.yMin()) / 2,
        (a.xMax() + b.xMax()) / 2,
        (a.yMax() + b.yMax()) / 2);
  }

  private static double logit(double share) {
    return Math.log(share / (1 - share));
  }
}
