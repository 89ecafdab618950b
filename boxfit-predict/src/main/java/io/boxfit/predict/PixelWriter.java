package io.boxfit.predict;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;

/** Writes images as the bytes that a model takes: row by row, RGB or gray. */
final class PixelWriter {
  private PixelWriter() {}

  /**
   * Appends an image.
   *
   * @param channels 3 for RGB; 1 for gray, where coloured pixels become their luma (ITU-R BT.601:
   *     0.299 R + 0.587 G + 0.114 B, rounded) and gray ones stay as they are
   * @param target receives height x width x channels bytes at its position
   */
  static void write(BufferedImage image, int channels, ByteBuffer target) {
    RgbRows rows = RgbRows.of(image);
    int width = image.getWidth();
    byte[] row = new byte[width * 3];
    for (int y = 0; y < image.getHeight(); y++) {
      rows.read(y, row);
      if (channels == 1) {
        toLuma(row, width);
      }
      target.put(row, 0, width * channels);
    }
  }

  /** In place: pixel x is written at x, after it was read at 3 x. */
  private static void toLuma(byte[] row, int width) {
    for (int x = 0, from = 0; x < width; x++, from += 3) {
      int red = row[from] & 0xFF;
      int green = row[from + 1] & 0xFF;
      int blue = row[from + 2] & 0xFF;
      // The weights in 1/65536 add up to exactly 1.
      row[x] = (byte) ((19595 * red + 38470 * green + 7471 * blue + 32768) >> 16);
    }
  }
}
