package io.boxfit.data.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.BadInputException;
import io.boxfit.core.box.Box;
import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import io.boxfit.data.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class GoldenPicturesTest {
  @TempDir Path folder;

  static List<String> names() throws IOException {
    return GoldenPictures.names();
  }

  /**
   * Lossy WebP stores colour at half the resolution; Pillow interpolates it, the decoder here does
   * not: brightness is the same, colour differs at slopes.
   */
  @ParameterizedTest
  @MethodSource("names")
  void pixelsAreAsPillowSeesThem(String name) throws IOException {
    Picture expected = GoldenPictures.pixels(name);
    Picture read = PictureReader.read(GoldenPictures.file(name));
    assertEquals(expected.width(), read.width());
    assertEquals(expected.height(), read.height());
    boolean lossyWebp = name.startsWith("lossy");
    for (int y = 0; y < read.height(); y++) {
      for (int x = 0; x < read.width(); x++) {
        for (int channel = 0; channel < 3; channel++) {
          int difference = Math.abs(expected.value(x, y, channel) - read.value(x, y, channel));
          assertTrue(difference <= (lossyWebp ? 16 : 1), x + ", " + y + ": " + difference);
        }
        assertEquals(luminance(expected, x, y), luminance(read, x, y), lossyWebp ? 4 : 1);
      }
    }
  }

  private static double luminance(Picture picture, int x, int y) {
    return 0.299 * picture.value(x, y, 0)
        + 0.587 * picture.value(x, y, 1)
        + 0.114 * picture.value(x, y, 2);
  }

  @ParameterizedTest
  @MethodSource("names")
  void headersSayWhatTheContentIs(String name) throws IOException {
    PictureHeader header = PictureHeader.read(GoldenPictures.file(name));
    String ending = name.substring(name.indexOf('.') + 1);
    assertTrue(header.format().extensions().contains(ending), name + ": " + header);
    assertEquals(24, header.width());
    assertEquals(16, header.height());
    int tag = name.startsWith("orientation-") ? name.charAt(12) - '0' : 1;
    assertEquals(tag, header.orientation().tag());
    Picture upright = PictureReader.read(GoldenPictures.file(name));
    assertEquals(header.uprightWidth(), upright.width());
    assertEquals(header.uprightHeight(), upright.height());
  }

  @ParameterizedTest
  @EnumSource
  void storedPixelsAreLeftAsTheyLie(Orientation orientation) {
    Picture plain = PictureReader.read(GoldenPictures.file("orientation-1.jpg"));
    Path file = GoldenPictures.file("orientation-" + orientation.tag() + ".jpg");
    assertArrayEquals(plain.pixels(), PictureReader.readStored(file).pixels());
  }

  /** A box turns with its pixels: paint one, turn the picture, find it again. */
  @ParameterizedTest
  @EnumSource
  void boxesTurnWithThePixels(Orientation orientation) {
    byte[] pixels = new byte[3 * 24 * 16];
    for (int y = 3; y < 9; y++) {
      Arrays.fill(pixels, 3 * (y * 24 + 5), 3 * (y * 24 + 15), (byte) 200);
    }
    Picture turned = orientation.upright(new Picture(24, 16, 3, pixels));
    Box box = orientation.upright(new Box(5, 3, 15, 9), 24, 16);
    assertEquals(60, box.area());
    for (int y = 0; y < turned.height(); y++) {
      for (int x = 0; x < turned.width(); x++) {
        boolean inside = x >= box.xMin() && x < box.xMax() && y >= box.yMin() && y < box.yMax();
        assertEquals(inside ? 200 : 0, turned.value(x, y, 2), x + ", " + y);
      }
    }
  }

  /** Ends that only close the file may be missing; no cut changes a pixel unseen. */
  @ParameterizedTest
  @MethodSource("names")
  void everyTruncationIsRefusedOrHarmless(String name) throws IOException {
    byte[] whole = Files.readAllBytes(GoldenPictures.file(name));
    Picture picture = PictureReader.read(GoldenPictures.file(name));
    Path cut = folder.resolve("cut");
    int refused = 0;
    for (int length = 0; length < whole.length; length += 7) {
      Files.write(cut, Arrays.copyOf(whole, length));
      try {
        assertArrayEquals(picture.pixels(), PictureReader.read(cut).pixels(), "cut at " + length);
      } catch (BadInputException e) {
        Fuzzing.requireOneClearLine(e.getMessage(), name);
        refused++;
      }
    }
    assertTrue(refused > 5, refused + " refused");
  }

  @Test
  void damagedFilesOfEveryFormatGiveAPictureOrOneClearLine() throws IOException {
    List<byte[]> real = new ArrayList<>();
    for (String name : names()) {
      real.add(Files.readAllBytes(GoldenPictures.file(name)));
    }
    Path file = folder.resolve("picture");
    Fuzzing.run(
        "pictures of every format",
        2000,
        real,
        input -> {
          Files.write(file, input);
          Picture picture = PictureReader.read(file);
          PictureHeader header = PictureHeader.read(file);
          assertEquals(header.uprightWidth(), picture.width());
          assertEquals(header.uprightHeight(), picture.height());
        });
  }

  @Test
  void whatTheHeaderClaimsIsNotMadeRoomFor() throws IOException {
    requireRefused("plain.bmp", new int[] {18, 22}, 65_280, "too large: 65280x65280");
    requireRefused("plain.bmp", new int[] {18, 22}, 9_984, "cut off");
    // The frame's own size, behind the screen's, its palette and its extension.
    byte[] gif = Files.readAllBytes(GoldenPictures.file("still.gif"));
    int frame = 13 + 3 * (2 << (gif[10] & 7));
    while (gif[frame] != ',') {
      frame++;
    }
    requireRefused("still.gif", new int[] {frame + 5, frame + 7}, 65_280, "too large");
  }

  /** Two sizes, little-endian, become another one. */
  private void requireRefused(String name, int[] places, int size, String why) throws IOException {
    byte[] bytes = Files.readAllBytes(GoldenPictures.file(name));
    for (int place : places) {
      bytes[place] = (byte) size;
      bytes[place + 1] = (byte) (size >> 8);
    }
    Path file = Files.write(folder.resolve(name), bytes);
    String message =
        assertThrows(BadInputException.class, () -> PictureReader.read(file)).getMessage();
    assertTrue(message.contains(why), message);
  }

  /** Any bits at all behind a signature. */
  @Test
  void noiseBehindASignatureIsRefused() throws IOException {
    RandomStream random = new Seed(5).stream("noise");
    for (String name : names()) {
      byte[] bytes = Arrays.copyOf(Files.readAllBytes(GoldenPictures.file(name)), 400);
      for (int i = 12; i < bytes.length; i++) {
        bytes[i] = (byte) random.nextInt(256);
      }
      Path file = Files.write(folder.resolve("noise"), bytes);
      String message =
          assertThrows(BadInputException.class, () -> PictureReader.read(file), name).getMessage();
      Fuzzing.requireOneClearLine(message, name);
    }
  }
}
