package io.boxfit.train.received;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.boxfit.core.box.BoxEncoding;
import io.boxfit.core.box.BoxFormat;
import io.boxfit.core.box.BoxUnit;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.data.Picture;
import io.boxfit.model.network.Input;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One picture of 40 x 30, so that the sheet is that and a gap of 6 around it. */
class ReceivedSheetTest {
  private static final int GAP = 6;
  private static final BoxEncoding SHARES = new BoxEncoding(BoxFormat.XYXY, BoxUnit.RELATIVE);
  private static final Input GRAY = new Input(40, 30, 1);

  private static Received one(Input input, float[] image, BoxEncoding encoding, float... target) {
    return new Received(input, encoding, List.of(new ReceivedSample(image, target)));
  }

  private static float[] level(double level) {
    float[] image = new float[40 * 30];
    Arrays.fill(image, (float) ((level - 127.5) / 127.5));
    return image;
  }

  private static int[] rgb(Picture sheet, int x, int y) {
    return new int[] {
      sheet.value(GAP + x, GAP + y, 0),
      sheet.value(GAP + x, GAP + y, 1),
      sheet.value(GAP + x, GAP + y, 2)
    };
  }

  private static void requireMagenta(Picture sheet, int x, int y) {
    assertArrayEquals(new int[] {255, 0, 255}, rgb(sheet, x, y), x + ", " + y);
  }

  @Test
  void everyLevelComesBack() {
    float[] image = level(0);
    for (int i = 0; i < 256; i++) {
      image[i] = (i - 127.5f) / 127.5f;
    }
    Received received = one(GRAY, image, SHARES, 0.5f, 0.8f, 0.75f, 0.9f);
    Picture sheet = ReceivedSheet.of(received);
    assertEquals(40 + 2 * GAP, sheet.width());
    assertEquals(30 + 2 * GAP, sheet.height());
    for (int i = 0; i < 256; i++) {
      assertArrayEquals(new int[] {i, i, i}, rgb(sheet, i % 40, i / 40));
    }
    TraceEvent.Inputs told = received.event();
    assertEquals(0, told.outOfRange());
    assertEquals(0, told.noBoxes());
    assertEquals(-1, told.pixels().min());
    assertEquals(1, told.pixels().max());
    assertEquals(0.5, told.targets().orElseThrow().min());
    assertEquals((0.5 + 0.8 + 0.75 + 0.9) / 4, told.targets().orElseThrow().mean(), 1e-7);
  }

  @Test
  void channelsLieOneBehindTheOther() {
    Input input = new Input(40, 30, 3);
    float[] image = new float[3 * 40 * 30];
    int place = 7 * 40 + 5;
    image[place] = 1;
    image[1200 + place] = -1;
    image[2400 + place] = 0.2f;
    Picture sheet = ReceivedSheet.of(one(input, image, SHARES, 0.5f, 0.6f, 0.75f, 0.9f));
    assertArrayEquals(new int[] {255, 0, 153}, rgb(sheet, 5, 7));
    assertArrayEquals(new int[] {128, 128, 128}, rgb(sheet, 7, 5));
  }

  @Test
  void whatNoPixelBecomesIsMagenta() {
    float[] image = level(200);
    image[0] = 1.01f;
    image[1] = Float.NaN;
    image[2] = -1.5f;
    image[3] = Float.NEGATIVE_INFINITY;
    image[4] = Math.nextUp(1f);
    Received received = one(GRAY, image, SHARES, 0.5f, 0.6f, 0.75f, 0.9f);
    Picture sheet = ReceivedSheet.of(received);
    for (int x = 0; x < 4; x++) {
      requireMagenta(sheet, x, 0);
    }
    assertArrayEquals(new int[] {255, 255, 255}, rgb(sheet, 4, 0), "rounding is no mistake");
    assertArrayEquals(new int[] {200, 200, 200}, rgb(sheet, 5, 0));
    assertEquals(4, received.event().outOfRange());
    assertEquals(-1.5, received.event().pixels().min());
  }

  /** As if pixels were only divided by 255: nothing is out of range, and black is gray. */
  @Test
  void anotherNormalisationIsSeen() {
    float[] image = new float[40 * 30];
    image[0] = 1;
    Picture sheet = ReceivedSheet.of(one(GRAY, image, SHARES, 0.5f, 0.6f, 0.75f, 0.9f));
    assertArrayEquals(new int[] {255, 255, 255}, rgb(sheet, 0, 0));
    assertArrayEquals(new int[] {128, 128, 128}, rgb(sheet, 1, 0));
  }

  @Test
  void swappedAxesGiveAnotherBox() {
    BoxEncoding swapped = new BoxEncoding(BoxFormat.YXYX, BoxUnit.RELATIVE);
    float[] target = {0.25f, 0.5f, 0.5f, 0.7f};
    Received right = one(GRAY, level(128), SHARES, target);
    Received wrong = one(GRAY, level(128), swapped, target);
    Picture sheet = ReceivedSheet.of(right);
    Picture other = ReceivedSheet.of(wrong);
    assertFalse(Arrays.equals(sheet.pixels(), other.pixels()));
    // Left 10, top 15; the bright line is the second one outside.
    assertArrayEquals(new int[] {255, 80, 0}, rgb(sheet, 8, 17));
    assertArrayEquals(new int[] {128, 128, 128}, rgb(sheet, 10, 15));
    assertArrayEquals(new int[] {128, 128, 128}, rgb(other, 8, 17));
    // Left 20, top 7.5.
    assertArrayEquals(new int[] {255, 80, 0}, rgb(other, 18, 12));
  }

  @Test
  void targetsThatAreNoBoxInThePictureFrameItInMagenta() {
    float[][] targets = {
      {0.5f, 0.6f, 0.4f, 0.9f},
      {0.1f, Float.NaN, 0.4f, 0.9f},
      {0.1f, 0.1f, 20, 10},
    };
    for (float[] target : targets) {
      Received received = one(GRAY, level(128), SHARES, target);
      Picture sheet = ReceivedSheet.of(received);
      for (int out = 1; out <= 3; out++) {
        requireMagenta(sheet, -out, 15);
        requireMagenta(sheet, 20, 29 + out);
      }
      assertEquals(1, received.event().noBoxes(), Arrays.toString(target));
    }
  }

  @Test
  void largePicturesAreFewer() {
    assertEquals(24, Received.most(new Input(200, 100, 1)));
    assertEquals(24, Received.most(new Input(400, 400, 3)));
    assertEquals(3, Received.most(new Input(1024, 1024, 3)));
    assertEquals(1, Received.most(new Input(8192, 8192, 3)));
  }
}
