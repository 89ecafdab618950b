package io.boxfit.core.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.box.Box;
import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import org.junit.jupiter.api.Test;

class FittingTest {

  @Test
  void stretchingFillsTheInput() {
    Fitting fitting = Fitting.of(Resize.STRETCH, 640, 480, 200, 100);
    assertEquals(new Fitting(640, 480, 200, 100), fitting);
    assertEquals(new Box(100, 25, 200, 50), fitting.toInput(new Box(320, 120, 640, 240)));
  }

  /** By hand: 200 / 640 = 0.3125; 480 * 0.3125 = 150; 333 * 200 / 500 = 133.2. */
  @Test
  void letterboxingKeepsTheShape() {
    assertEquals(new Fitting(640, 480, 200, 150), Fitting.of(Resize.LETTERBOX, 640, 480, 200, 200));
    assertEquals(new Fitting(333, 500, 133, 200), Fitting.of(Resize.LETTERBOX, 333, 500, 200, 200));
    assertEquals(new Fitting(3, 1000, 1, 200), Fitting.of(Resize.LETTERBOX, 3, 1000, 200, 200));
    assertEquals(new Fitting(3, 2, 200, 133), Fitting.of(Resize.LETTERBOX, 3, 2, 200, 200));
    assertEquals(new Fitting(200, 100, 200, 100), Fitting.of(Resize.LETTERBOX, 200, 100, 200, 100));
  }

  @Test
  void contentTouchesTwoBordersAndBoxesComeBack() {
    RandomStream random = new Seed(5).stream("fitting", 0);
    for (int i = 0; i < 5000; i++) {
      int width = random.nextInt(1, 5000);
      int height = random.nextInt(1, 5000);
      int inputWidth = random.nextInt(1, 400);
      int inputHeight = random.nextInt(1, 400);
      Fitting fitting = Fitting.of(Resize.LETTERBOX, width, height, inputWidth, inputHeight);
      assertTrue(fitting.contentWidth() >= 1 && fitting.contentHeight() >= 1, fitting::toString);
      assertTrue(fitting.contentWidth() <= inputWidth, fitting::toString);
      assertTrue(fitting.contentHeight() <= inputHeight, fitting::toString);
      assertTrue(
          fitting.contentWidth() == inputWidth || fitting.contentHeight() == inputHeight,
          fitting::toString);
      double exact = Math.min((double) inputWidth / width, (double) inputHeight / height);
      assertEquals(Math.max(1, width * exact), fitting.contentWidth(), 0.5 + 1e-9);
      assertEquals(Math.max(1, height * exact), fitting.contentHeight(), 0.5 + 1e-9);
      Box box = new Box(0.25 * width, 0.1 * height, 0.75 * width, height);
      Box back = fitting.toPicture(fitting.toInput(box));
      assertEquals(box.xMin(), back.xMin(), 1e-9 * width);
      assertEquals(box.yMax(), back.yMax(), 1e-9 * height);
    }
  }

  @Test
  void sizesMustBePositive() {
    assertThrows(
        IllegalArgumentException.class, () -> Fitting.of(Resize.STRETCH, 0, 480, 200, 100));
  }
}
