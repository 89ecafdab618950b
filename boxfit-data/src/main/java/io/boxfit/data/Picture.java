package io.boxfit.data;

import java.util.Objects;

/**
 * Pixels of one image: height x width x channels, interleaved, one unsigned byte each.
 *
 * <p>The array is not copied: whoever makes a picture hands it over and does not write to it again.
 *
 * @param width columns, at least 1
 * @param height rows, at least 1
 * @param channels 1 (gray) or 3 (RGB)
 * @param pixels {@code height * width * channels} bytes, row by row
 */
@SuppressWarnings("ArrayRecordComponent")
public record Picture(int width, int height, int channels, byte[] pixels) {

  /**
   * @throws IllegalArgumentException if the sizes do not fit together
   */
  public Picture {
    Objects.requireNonNull(pixels, "pixels");
    if (width < 1 || height < 1 || (channels != 1 && channels != 3)) {
      throw new IllegalArgumentException(
          "a picture needs width and height of at least 1 and 1 or 3 channels, got "
              + width
              + "x"
              + height
              + "x"
              + channels);
    }
    if (pixels.length != (long) width * height * channels) {
      throw new IllegalArgumentException(
          "a picture of "
              + width
              + "x"
              + height
              + "x"
              + channels
              + " needs as many bytes, got "
              + pixels.length);
    }
  }

  /** The value at a place, 0 to 255. */
  public int value(int x, int y, int channel) {
    return pixels[(y * width + x) * channels + channel] & 0xFF;
  }
}
