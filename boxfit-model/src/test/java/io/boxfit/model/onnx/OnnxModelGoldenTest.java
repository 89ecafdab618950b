package io.boxfit.model.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.box.Box;
import io.boxfit.model.network.Network;
import io.boxfit.model.network.NodeParameter;
import io.boxfit.model.recipe.Recipes;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The written file in ONNX Runtime against what PyTorch computed, see reference_golden.py. */
class OnnxModelGoldenTest {
  private static final int WIDTH = 200;
  private static final int HEIGHT = 100;
  private static final int PICTURE = WIDTH * HEIGHT * 3;
  private static final int COUNT = 4;

  private static GoldenFile golden;
  private static byte[] pictures;
  private static byte[] plain;
  private static byte[] rounded;

  @BeforeAll
  static void write() throws Exception {
    golden = GoldenFile.coarseToFine();
    pictures = golden.bytes("pictures");
    plain = model(false);
    rounded = model(true);
  }

  private static byte[] model(boolean wholePixels) {
    Network network = Recipes.load("reliable", List.of("network=coarse-to-fine")).network();
    List<float[]> weights = golden.weights();
    List<NodeParameter> parameters = network.parameters();
    assertEquals(parameters.size(), weights.size());
    Map<String, float[]> named = new LinkedHashMap<>();
    for (int i = 0; i < weights.size(); i++) {
      named.put(parameters.get(i).name(), weights.get(i));
    }
    ModelCard card =
        new ModelCard("1.2.3", List.of("letter"), "abc", new Box(1, 2, 3, 4), wholePixels);
    return OnnxModel.of(network, named, card).bytes();
  }

  /** The network's last layer is called box like the output, so its own value is box_2. */
  @Test
  void everyStageIsWhatTheReferenceComputes() throws Exception {
    String[] stages = {
      "boxes", "coarse", "window", "crop.standard", "alongX.places", "alongY.places", "box_2"
    };
    try (Session session = new Session(plain, stages)) {
      Map<String, float[]> got = session.run(pictures, COUNT, HEIGHT, WIDTH);
      assertArrayEquals(golden.floats("cells"), got.get("boxes"), 1e-3f);
      assertArrayEquals(golden.floats("coarse"), boxesOf(got.get("coarse")), 1e-3f);
      assertArrayEquals(golden.floats("window"), got.get("window"), 1e-3f);
      assertArrayEquals(golden.floats("crop"), got.get("crop.standard"), 1e-3f);
      assertArrayEquals(golden.floats("sides"), sides(got), 1e-3f);
      assertArrayEquals(golden.floats("box"), got.get("box_2"), 1e-3f);
      assertArrayEquals(ordered(golden.floats("box")), got.get("box"), 1e-3f);
    }
  }

  /** Candidates hold a logit before their box. */
  private static float[] boxesOf(float[] candidates) {
    float[] boxes = new float[4 * COUNT];
    for (int i = 0; i < COUNT; i++) {
      System.arraycopy(candidates, 5 * i + 1, boxes, 4 * i, 4);
    }
    return boxes;
  }

  /** The reference keeps both axes in one tensor of (n, 4, 64). */
  private static float[] sides(Map<String, float[]> got) {
    float[] both = new float[COUNT * 4 * 64];
    for (int i = 0; i < COUNT; i++) {
      System.arraycopy(got.get("alongX.places"), i * 128, both, i * 256, 128);
      System.arraycopy(got.get("alongY.places"), i * 128, both, i * 256 + 128, 128);
    }
    return both;
  }

  private static float[] ordered(float[] boxes) {
    float[] ordered = boxes.clone();
    for (int i = 0; i < boxes.length; i++) {
      boolean low = i % 4 < 2;
      float other = boxes[low ? i + 2 : i - 2];
      ordered[i] = low ? Math.min(boxes[i], other) : Math.max(boxes[i], other);
    }
    return ordered;
  }

  @Test
  void theReferenceHasBoxesWithSidesToPutInOrder() {
    float[] boxes = golden.floats("box");
    assertTrue(!Arrays.equals(boxes, ordered(boxes)), "the golden file tests no ordering");
  }

  @Test
  void aBatchGivesWhatItsPicturesGiveAlone() throws Exception {
    try (Session session = new Session(plain)) {
      byte[] five = Arrays.copyOf(pictures, 5 * PICTURE);
      System.arraycopy(pictures, PICTURE, five, 4 * PICTURE, PICTURE);
      for (int count = 1; count <= 5; count++) {
        float[] batch =
            session.run(Arrays.copyOf(five, count * PICTURE), count, HEIGHT, WIDTH).get("box");
        assertEquals(4 * count, batch.length);
        for (int i = 0; i < count; i++) {
          byte[] one = Arrays.copyOfRange(five, i * PICTURE, (i + 1) * PICTURE);
          float[] alone = session.run(one, 1, HEIGHT, WIDTH).get("box");
          assertArrayEquals(alone, Arrays.copyOfRange(batch, 4 * i, 4 * i + 4), 1e-4f);
        }
      }
    }
  }

  @Test
  void wholePixelsAreRoundedAndTheBoxBeforeIsKept() throws Exception {
    try (Session session = new Session(rounded);
        Session other = new Session(plain)) {
      Map<String, float[]> got = session.run(pictures, COUNT, HEIGHT, WIDTH);
      float[] unrounded = got.get("boxUnrounded");
      assertArrayEquals(other.run(pictures, COUNT, HEIGHT, WIDTH).get("box"), unrounded);
      float[] wanted = new float[unrounded.length];
      for (int i = 0; i < wanted.length; i++) {
        wanted[i] = (float) Math.rint(unrounded[i]);
      }
      assertArrayEquals(wanted, got.get("box"));
    }
  }

  @Test
  void picturesOfTheNetworksSizeAreNotTouchedByStretching() throws Exception {
    try (Session session = new Session(plain, "image/scaled", "image/stretched")) {
      Map<String, float[]> got = session.run(pictures, COUNT, HEIGHT, WIDTH);
      assertArrayEquals(got.get("image/scaled"), got.get("image/stretched"));
      for (int i = 0; i < COUNT * WIDTH * HEIGHT; i++) {
        float gray =
            0.299f * (pictures[3 * i] & 255)
                + 0.587f * (pictures[3 * i + 1] & 255)
                + 0.114f * (pictures[3 * i + 2] & 255);
        assertEquals((gray - 127.5f) / 127.5f, got.get("image/stretched")[i]);
      }
    }
  }

  @Test
  void boxesAreInPixelsOfTheGivenPicture() throws Exception {
    try (Session session = new Session(plain)) {
      float[] own = session.run(flat(WIDTH, HEIGHT), 1, HEIGHT, WIDTH).get("box");
      for (int[] factor : new int[][] {{2, 2}, {3, 1}, {1, 4}}) {
        int width = factor[0] * WIDTH;
        int height = factor[1] * HEIGHT;
        float[] scaled = session.run(flat(width, height), 1, height, width).get("box");
        for (int side = 0; side < 4; side++) {
          assertEquals(factor[side % 2] * own[side], scaled[side], 0.5);
        }
      }
    }
  }

  private static byte[] flat(int width, int height) {
    byte[] picture = new byte[width * height * 3];
    Arrays.fill(picture, (byte) 180);
    return picture;
  }

  /** Halving with antialias weighs four neighbours by 1/8, 3/8, 3/8, 1/8 along each axis. */
  @Test
  void largerPicturesAreFilteredWhenMadeSmaller() throws Exception {
    byte[] twice = new byte[4 * PICTURE];
    Arrays.fill(twice, (byte) 255);
    int x = 120;
    int y = 80;
    for (int channel = 0; channel < 3; channel++) {
      twice[(y * 2 * WIDTH + x) * 3 + channel] = 0;
    }
    try (Session session = new Session(plain, "image/stretched")) {
      float[] got = session.run(twice, 1, 2 * HEIGHT, 2 * WIDTH).get("image/stretched");
      assertEquals(1 - 2 * 9 / 64f, got[40 * WIDTH + 60], 1e-5f);
      assertEquals(1 - 2 * 3 / 64f, got[40 * WIDTH + 59], 1e-5f);
      assertEquals(1 - 2 * 1 / 64f, got[39 * WIDTH + 59], 1e-5f);
      assertEquals(1, got[40 * WIDTH + 61], 1e-5f);
    }
  }

  @Test
  void tinyPicturesAreTakenToo() throws Exception {
    try (Session session = new Session(plain)) {
      float[] box = session.run(new byte[3], 1, 1, 1).get("box");
      assertEquals(4, box.length);
      for (float side : box) {
        assertTrue(Float.isFinite(side) && Math.abs(side) < 2, "side " + side);
      }
    }
  }
}
