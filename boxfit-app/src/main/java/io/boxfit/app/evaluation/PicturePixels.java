package io.boxfit.app.evaluation;

import io.boxfit.data.Picture;
import java.nio.ByteBuffer;

/** Writes pictures as the bytes that a model takes. */
public final class PicturePixels {
  private PicturePixels() {}

  /**
   * Appends a picture. Gray ones become three equal channels and coloured ones their luma (ITU-R
   * BT.601: 0.299 R + 0.587 G + 0.114 B, rounded), as {@link io.boxfit.predict.BoxPredictor} does
   * with images.
   *
   * @param channels 3 for RGB, 1 for gray
   * @param target receives height x width x channels bytes at its position
   */
  public static void write(Picture picture, int channels, ByteBuffer target) {
    byte[] pixels = picture.pixels();
    if (picture.channels() == channels) {
      target.put(pixels);
    } else if (channels == 3) {
      for (byte gray : pixels) {
        target.put(gray).put(gray).put(gray);
      }
    } else {
      for (int at = 0; at < pixels.length; at += 3) {
        int red = pixels[at] & 0xFF;
        int green = pixels[at + 1] & 0xFF;
        int blue = pixels[at + 2] & 0xFF;
        // The weights in 1/65536 add up to exactly 1.
        target.put((byte) ((19595 * red + 38470 * green + 7471 * blue + 32768) >> 16));
      }
    }
  }
}
