package io.boxfit.data.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.boxfit.core.box.Box;
import io.boxfit.data.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BoxDrawingTest {
  @TempDir Path folder;

  private Picture drawn(Picture picture, Box box) throws IOException {
    Path file = folder.resolve("drawn.png");
    Files.write(file, BoxDrawing.png(picture, box));
    return PictureReader.read(file);
  }

  private static Picture gray(int value) {
    byte[] pixels = new byte[3 * 40 * 30];
    Arrays.fill(pixels, (byte) value);
    return new Picture(40, 30, 3, pixels);
  }

  @Test
  void linesLieAroundTheBoxAndHideNothingInIt() throws IOException {
    Picture drawn = drawn(gray(128), new Box(10, 8, 20, 16));
    for (int y = 0; y < 30; y++) {
      for (int x = 0; x < 40; x++) {
        // Three pixels: dark, bright, dark.
        int out = Math.max(Math.max(10 - x, x - 19), Math.max(8 - y, y - 15));
        int red = out <= 0 || out > 3 ? 128 : out == 2 ? 255 : 0;
        assertEquals(red, drawn.value(x, y, 0), x + ", " + y);
      }
    }
  }

  @Test
  void boxesBeyondThePictureAndNoneAtAllAreNoHarm() throws IOException {
    Picture inside = drawn(gray(128), new Box(-1e9, -5, 1e9, 1e300));
    assertEquals(128, inside.value(20, 15, 0));
    Picture none = drawn(gray(128), new Box(Double.NaN, 0, 1, 1));
    assertFalse(Arrays.equals(gray(0).pixels(), none.pixels()));
    assertEquals(-1, Arrays.mismatch(gray(128).pixels(), none.pixels()));
  }
}
