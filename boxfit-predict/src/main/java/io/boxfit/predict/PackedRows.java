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
    for (int x = 0, at = 0; x < width; x++, at += 3) {
      int pixel = data[from + x];
      int r = pixel >>> red & 0xFF;
      int g = pixel >>> green & 0xFF;
      int b = pixel >>> blue & 0xFF;
      if (!transparent) {
        rgb[at] = (byte) r;
        rgb[at + 1] = (byte) g;
        rgb[at + 2] = (byte) b;
      } else {
        int a = pixel >>> alpha & 0xFF;
        rgb[at] = premultiplied ? OnWhite.premultiplied(r, a) : OnWhite.straight(r, a);
        rgb[at + 1] = premultiplied ? OnWhite.premultiplied(g, a) : OnWhite.straight(g, a);
        rgb[at + 2] = premultiplied ? OnWhite.premultiplied(b, a) : OnWhite.straight(b, a);
      }
    }
  }
}
