package io.boxfit.train.augment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.box.Box;
import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import io.boxfit.data.Picture;
import io.boxfit.model.augmentation.Augmentation;
import org.junit.jupiter.api.Test;

/** The box follows the pixels: what is white in the result is where the box says. */
class PlacementTest {
  private static final int WIDTH = 120;
  private static final int HEIGHT = 90;

  private static final Augmentation UPRIGHT =
      new Augmentation(true, true, true, 0.5, 0.2, 0.3, 0.3, 0, 0, 0, 0, 0, 0, 0, 0);

  /** Black, the box white. */
  private static Picture picture(Box box) {
    byte[] pixels = new byte[WIDTH * HEIGHT * 3];
    for (int y = (int) box.yMin(); y < box.yMax(); y++) {
      for (int x = (int) box.xMin(); x < box.xMax(); x++) {
        for (int c = 0; c < 3; c++) {
          pixels[(y * WIDTH + x) * 3 + c] = (byte) 255;
        }
      }
    }
    return new Picture(WIDTH, HEIGHT, 3, pixels);
  }

  private static Box white(Picture picture) {
    int left = Integer.MAX_VALUE;
    int top = Integer.MAX_VALUE;
    int right = 0;
    int bottom = 0;
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        // Beyond the borders it is 128.
        if (picture.value(x, y, 0) > 190) {
          left = Math.min(left, x);
          top = Math.min(top, y);
          right = Math.max(right, x + 1);
          bottom = Math.max(bottom, y + 1);
        }
      }
    }
    return new Box(left, top, right, bottom);
  }

  @Test
  void boxAndPixelsMoveAlike() {
    for (int i = 0; i < 400; i++) {
      RandomStream random = new Seed(7).stream("placement", i);
      int left = random.nextInt(0, 80);
      int top = random.nextInt(0, 60);
      Box box = new Box(left, top, left + random.nextInt(12, 40), top + random.nextInt(12, 30));
      Placement placement = Placement.draw(UPRIGHT, box, WIDTH, HEIGHT, random);
      Box found = white(Warp.of(picture(box), placement, WIDTH, HEIGHT, Beyond.GRAY));
      Box said = placement.box();
      String which = "sample " + i + ": " + said + " but " + found;
      assertEquals(said.xMin(), found.xMin(), 1.1, which);
      assertEquals(said.yMin(), found.yMin(), 1.1, which);
      assertEquals(said.xMax(), found.xMax(), 1.1, which);
      assertEquals(said.yMax(), found.yMax(), 1.1, which);
      assertTrue(said.xMin() >= -1e-9 && said.yMin() >= -1e-9, which);
      assertTrue(said.xMax() <= WIDTH + 1e-9 && said.yMax() <= HEIGHT + 1e-9, which);
    }
  }

  /** Whatever is white in the result belongs to the one object. */
  @Test
  void noMirrorImageShowsTheObjectTwice() {
    int mirrored = 0;
    for (int i = 0; i < 400; i++) {
      RandomStream random = new Seed(8).stream("mirror", i);
      int left = random.nextInt(0, 80);
      int top = random.nextInt(0, 60);
      // Apart from the border by a pixel, which would be drawn out white.
      Box box = new Box(left + 1, top + 1, left + 30, top + 25);
      Placement placement = Placement.draw(UPRIGHT, box, WIDTH, HEIGHT, random);
      Beyond beyond = Beyond.mirror(box, WIDTH, HEIGHT, placement, WIDTH, HEIGHT);
      mirrored += beyond.mirroredX() ? 1 : 0;
      Box found = white(Warp.of(picture(box), placement, WIDTH, HEIGHT, beyond));
      String which = "sample " + i + ": " + placement.box() + " but " + found;
      assertEquals(placement.box().width(), found.width(), 2.2, which);
      assertEquals(placement.box().height(), found.height(), 2.2, which);
    }
    assertTrue(mirrored > 100 && mirrored < 350, "mirrored " + mirrored);
  }

  @Test
  void withoutAugmentationNothingChanges() {
    Box box = new Box(20, 30, 61, 50);
    Picture picture = picture(box);
    RandomStream random = new Seed(1).stream("still", 0);
    Placement placement = Placement.draw(Augmentation.none(), box, WIDTH, HEIGHT, random);
    assertEquals(box, placement.box());
    Picture same = Warp.of(picture, placement, WIDTH, HEIGHT, new Beyond(false, true, true));
    assertEquals(box, white(same));
    for (int i = 0; i < picture.pixels().length; i++) {
      assertEquals(picture.pixels()[i], same.pixels()[i]);
    }
  }

  /** A disc stays a disc when it is turned, so its box must stay the same. */
  @Test
  void turningADiscLeavesItsBox() {
    Augmentation turned =
        new Augmentation(false, false, false, 0, 0, 0, 0, 20, 0, 0, 0, 0, 0, 0, 0);
    Box box = new Box(40, 25, 80, 65);
    for (int i = 0; i < 50; i++) {
      RandomStream random = new Seed(2).stream("turn", i);
      Placement placement = Placement.draw(turned, box, WIDTH, HEIGHT, random);
      assertEquals(box.xMin(), placement.box().xMin(), 1e-9);
      assertEquals(box.yMax(), placement.box().yMax(), 1e-9);
      double determinant = placement.xx() * placement.yy() - placement.xy() * placement.yx();
      assertEquals(1, determinant, 1e-9);
    }
  }

  /** An object as large as the picture cannot move: it is scaled down where it would not fit. */
  @Test
  void theWholeObjectStaysInside() {
    Box all = new Box(0, 0, WIDTH, HEIGHT);
    for (int i = 0; i < 100; i++) {
      RandomStream random = new Seed(4).stream("all", i);
      Box box = Placement.draw(UPRIGHT, all, WIDTH, HEIGHT, random).box();
      assertTrue(box.xMin() >= -1e-9 && box.xMax() <= WIDTH + 1e-9, box::toString);
      assertTrue(box.yMin() >= -1e-9 && box.yMax() <= HEIGHT + 1e-9, box::toString);
    }
  }
}
