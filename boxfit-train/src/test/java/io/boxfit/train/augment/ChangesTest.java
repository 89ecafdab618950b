package io.boxfit.train.augment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.box.Box;
import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import io.boxfit.data.Picture;
import io.boxfit.model.augmentation.Augmentation;
import io.boxfit.model.recipe.Recipes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What changes pixels and not the box. */
class ChangesTest {
  private static final int WIDTH = 90;
  private static final int HEIGHT = 60;
  private static final Box OBJECT = new Box(30, 20, 60, 40);

  private static Picture even(int value) {
    byte[] pixels = new byte[WIDTH * HEIGHT * 3];
    Arrays.fill(pixels, (byte) value);
    return new Picture(WIDTH, HEIGHT, 3, pixels);
  }

  private static Augmentation with(String setting) {
    return Recipes.load("photographs", List.of("augmentation=none", "augmentation." + setting))
        .augmentation()
        .orElseThrow();
  }

  private static RandomStream stream(int number) {
    return new Seed(6).stream("changes", number);
  }

  @Test
  void aCutOutIsGrayAndHidesAtMostHalfOfTheObject() {
    int most = 0;
    int cut = 0;
    for (int i = 0; i < 500; i++) {
      Picture picture = even(255);
      Damage.change(picture, OBJECT, with("cutOut=1"), stream(i));
      int hidden = 0;
      for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
          boolean gray = picture.value(x, y, 1) == 128;
          assertTrue(gray || picture.value(x, y, 1) == 255);
          boolean within = x >= 30 && x < 60 && y >= 20 && y < 40;
          hidden += gray && within ? 1 : 0;
          cut += gray ? 1 : 0;
        }
      }
      most = Math.max(most, hidden);
    }
    assertTrue(cut > 0 && most > 100, "it hides something: " + most);
    assertTrue(most <= 300, "at most half of 600 pixels, hid " + most);
  }

  /** A box filter keeps the mean; noise has the deviation asked for, at the most. */
  @Test
  void blurSpreadsAnEdgeAndNoiseStaysWithinItsDeviation() {
    Picture edge = even(0);
    for (int y = 0; y < HEIGHT; y++) {
      for (int i = WIDTH / 2 * 3; i < WIDTH * 3; i++) {
        edge.pixels()[y * WIDTH * 3 + i] = (byte) 240;
      }
    }
    Damage.change(edge, OBJECT, with("blur=1"), stream(1));
    int before = edge.value(WIDTH / 2 - 1, 30, 0);
    int behind = edge.value(WIDTH / 2, 30, 0);
    assertTrue(before > 0 && behind < 240, before + ", " + behind);
    assertEquals(240, before + behind, 1);
    assertEquals(0, edge.value(0, 0, 0));
    double largest = 0;
    for (int i = 0; i < 40; i++) {
      Picture noisy = even(128);
      Damage.change(noisy, OBJECT, with("noise=10"), stream(i));
      double sum = 0;
      for (byte value : noisy.pixels()) {
        sum += Math.pow((value & 0xFF) - 128, 2);
      }
      largest = Math.max(largest, Math.sqrt(sum / noisy.pixels().length));
    }
    assertTrue(largest > 7 && largest < 10.3, "deviation " + largest);
  }

  @Test
  void lightChangesAllPixelsOfAChannelAlike() {
    int apart = 0;
    for (int number = 0; number < 20; number++) {
      Picture picture = even(60);
      Colours.change(picture, with("colour=0.3"), stream(number));
      for (int i = 3; i < picture.pixels().length; i++) {
        assertEquals(picture.pixels()[i - 3], picture.pixels()[i]);
      }
      apart += picture.value(0, 0, 0) != picture.value(0, 0, 1) ? 1 : 0;
    }
    assertTrue(apart > 15, "each channel by itself: " + apart);
  }

  /** The object's pixels stand on the other picture, fading out around it. */
  @Test
  void anObjectIsLaidOnAnotherPicture() {
    Picture on = even(40);
    Backdrop.lay(even(200), OBJECT, on);
    assertEquals(200, on.value(30, 20, 0));
    assertEquals(200, on.value(59, 39, 2));
    int beside = on.value(61, 30, 0);
    assertTrue(beside > 40 && beside < 200, "fading " + beside);
    assertEquals(40, on.value(80, 30, 0));
  }

  /** What is behind shows nothing of the object that it was taken beside. */
  @Test
  void theOtherPicturesOwnObjectIsNotBehind() {
    Picture other = even(40);
    for (int y = 20; y < 40; y++) {
      Arrays.fill(other.pixels(), (y * WIDTH + 60) * 3, (y * WIDTH + 80) * 3, (byte) 255);
    }
    Box object = new Box(60, 20, 80, 40);
    for (int i = 0; i < 50; i++) {
      Placement part = Backdrop.beside(object, other, WIDTH, HEIGHT, stream(i)).orElseThrow();
      Picture behind = Warp.of(other, part, WIDTH, HEIGHT, new Beyond(false, false, false));
      int bright = 0;
      for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH - 1; x++) {
          bright += behind.value(x, y, 0) > 150 ? 1 : 0;
        }
      }
      assertEquals(0, bright, "sample " + i);
    }
    Box large = new Box(10, 5, 85, 55);
    assertEquals(Optional.empty(), Backdrop.beside(large, other, WIDTH, HEIGHT, stream(0)));
  }
}
