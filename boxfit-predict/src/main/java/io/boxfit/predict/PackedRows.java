package io.boxfit.predict;

import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.SinglePixelPackedSampleModel;
import java.awt.image.WritableRaster;

/** One int a pixel, 8 bits a colour: TYPE_INT_RGB, _BGR, _ARGB, _ARGB_PRE. */
final class PackedRows implements RgbRows {
  private final int[] data;
  private final int origin;
  private final int rowStride;
  private final int width;
  private final int red;
  private final int green;
  private final int blue;
  private final int alpha;
  private final boolean transparent;
  private final boolean premultiplied;

  PackedRows(
      WritableRaster raster,
      SinglePixelPackedSampleModel samples,
      DataBufferInt buffer,
      DirectColorModel colors) {
    data = buffer.getData();
    rowStride = samples.getScanlineStride();
    origin =
        buffer.getOffset()
            - raster.getSampleModelTranslateY() * rowStride
            - raster.getSampleModelTranslateX();
    width = raster.getWidth();
    red = Integer.numberOfTrailingZeros(colors.getRedMask());
    green = Integer.numberOfTrailingZeros(colors.getGreenMask());
    blue = Integer.numberOfTrailingZeros(colors.getBlueMask());
    alpha = Integer.numberOfTrailingZeros(colors.getAlphaMask());
    transparent = colors.hasAlpha();
    premultiplied = colors.isAlphaPremultiplied();
  }

  static boolean reads(DirectColorModel colors) {
    return isByte(colors.getRedMask())
        && isByte(colors.getGreenMask())
        && isByte(colors.getBlueMask())
        && (!colors.hasAlpha() || isByte(colors.getAlphaMask()));
  }

  private static boolean isByte(int mask) {
    return mask >>> Integer.numberOfTrailingZeros(mask) == 0xFF;
  }

  @Override
  public void read(int y, byte[] rgb) {
    int from = origin + y * rowStride;
    int[] source = data;
    for (int x = 0; x < width; x++) {
      int pixel = source[from + x];
      rgb[3 * x] = (byte) (pixel >>> red);
      rgb[3 * x + 1] = (byte) (pixel >>> green);
      rgb[3 * x + 2] = (byte) (pixel >>> blue);
    }
    if (transparent) {
      layOnWhite(from, rgb);
    }
  }

  /** A second pass, because most pixels of most pictures with transparency are opaque. */
  private void layOnWhite(int from, byte[] rgb) {
    for (int x = 0; x < width; x++) {
      int a = data[from + x] >>> alpha & 0xFF;
      if (a != 255) {
        for (int i = 3 * x; i < 3 * x + 3; i++) {
          int sample = rgb[i] & 0xFF;
          rgb[i] = premultiplied ? OnWhite.premultiplied(sample, a) : OnWhite.straight(sample, a);
        }
      }
    }
  }
}
