package io.boxfit.core.box;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import org.junit.jupiter.api.Test;

final class BoxEncodingTest {
  private static final Box BOX = new Box(20, 10, 60, 30);

  @Test
  void theFormatsAreThoseOfTheirNames() {
    assertArrayEquals(new double[] {20, 10, 60, 30}, BoxFormat.XYXY.encode(BOX));
    assertArrayEquals(new double[] {10, 20, 30, 60}, BoxFormat.YXYX.encode(BOX));
    assertArrayEquals(new double[] {20, 10, 40, 20}, BoxFormat.XYWH.encode(BOX));
    assertArrayEquals(new double[] {40, 20, 40, 20}, BoxFormat.CXCYWH.encode(BOX));
  }

  @Test
  void relativeNumbersAreSharesOfWidthAndHeight() {
    BoxEncoding yolo = new BoxEncoding(BoxFormat.CXCYWH, BoxUnit.RELATIVE);
    assertArrayEquals(new double[] {0.2, 0.2, 0.2, 0.2}, yolo.encode(BOX, 200, 100), 1e-15);
    BoxEncoding yxyx = new BoxEncoding(BoxFormat.YXYX, BoxUnit.RELATIVE);
    assertArrayEquals(new double[] {0.1, 0.1, 0.3, 0.3}, yxyx.encode(BOX, 200, 100), 1e-15);
    assertEquals(
        new Box(50, 10, 150, 90),
        new BoxEncoding(BoxFormat.XYXY, BoxUnit.RELATIVE)
            .decode(new double[] {0.25, 0.1, 0.75, 0.9}, 200, 100));
  }

  @Test
  void everyEncodingComesBack() {
    RandomStream random = new Seed(2).stream("boxes");
    for (int i = 0; i < 2000; i++) {
      int width = random.nextInt(1, 4000);
      int height = random.nextInt(1, 4000);
      Box box =
          new Box(
              random.nextDouble(-100, 4000),
              random.nextDouble(-100, 4000),
              random.nextDouble(-100, 4000),
              random.nextDouble(-100, 4000));
      for (BoxFormat format : BoxFormat.values()) {
        for (BoxUnit unit : BoxUnit.values()) {
          BoxEncoding encoding = new BoxEncoding(format, unit);
          double[] four = encoding.encode(box, width, height);
          Box back = encoding.decode(four, width, height);
          assertArrayEquals(
              BoxFormat.XYXY.encode(box), BoxFormat.XYXY.encode(back), 1e-9, encoding.toString());
        }
      }
    }
  }

  @Test
  void wholePixelsComeBackExactly() {
    RandomStream random = new Seed(3).stream("boxes");
    for (int i = 0; i < 2000; i++) {
      int x = random.nextInt(200);
      int y = random.nextInt(100);
      Box box = new Box(x, y, x + random.nextInt(1, 50), y + random.nextInt(1, 50));
      for (BoxFormat format : BoxFormat.values()) {
        BoxEncoding encoding = new BoxEncoding(format, BoxUnit.PIXELS);
        assertEquals(box, encoding.decode(encoding.encode(box, 200, 100), 200, 100));
      }
    }
  }

  @Test
  void fourNumbersAreNeeded() {
    assertThrows(IllegalArgumentException.class, () -> BoxFormat.XYXY.decode(1, 2, 3));
  }

  @Test
  void onlyBoxesThatEncloseSomethingAreProper() {
    assertTrue(BOX.isProper());
    assertFalse(new Box(60, 10, 20, 30).isProper());
    assertFalse(new Box(20, 10, 20, 30).isProper());
    assertFalse(new Box(Double.NaN, 10, 60, 30).isProper());
    assertFalse(new Box(20, Double.NEGATIVE_INFINITY, 60, 30).isProper());
    assertEquals(0, new Box(60, 30, 20, 10).area());
    assertEquals(new Box(0, 2, 2, 4), new Box(0.5, 1.5, 2.5, 3.5).rounded());
  }
}
