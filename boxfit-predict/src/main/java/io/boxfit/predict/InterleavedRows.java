package io.boxfit.predict;

import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.WritableRaster;

/**
 * One byte a sample, the samples of a pixel side by side: TYPE_3BYTE_BGR, _4BYTE_ABGR, _BYTE_GRAY,
 * and what PNG and JPEG decode to.
 */
final class InterleavedRows implements RgbRows {
  private final byte[] data;
  private final int origin;
  private final int rowStride;
  private final int pixelStride;
  private final int width;
  private final int red;
  private final int green;
  private final int blue;
  private final int alpha;
  private final boolean transparent;
  private final boolean premultiplied;

  InterleavedRows(
      WritableRaster raster,
      PixelInterleavedSampleModel samples,
      DataBufferByte buffer,
      ComponentColorModel colors) {
    data = buffer.getData();
    rowStride = samples.getScanlineStride();
    pixelStride = samples.getPixelStride();
    origin =
        buffer.getOffset()
            - raster.getSampleModelTranslateY() * rowStride
            - raster.getSampleModelTranslateX() * pixelStride;
    width = raster.getWidth();
    int[] bands = samples.getBandOffsets();
    boolean gray = colors.getNumColorComponents() == 1;
    red = bands[0];
    green = bands[gray ? 0 : 1];
    blue = bands[gray ? 0 : 2];
    transparent = colors.hasAlpha();
    alpha = transparent ? bands[gray ? 1 : 3] : 0;
    premultiplied = colors.isAlphaPremultiplied();
  }

  static boolean reads(ComponentColorModel colors) {
    if (colors.getTransferType() != DataBuffer.TYPE_BYTE) {
      return false;
    }
    for (int bits : colors.getComponentSize()) {
      if (bits != 8) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void read(int y, byte[] rgb) {
    int from = origin + y * rowStride;
    if (transparent) {
      readTransparent(from, rgb);
      return;
    }
    for (int x = 0, at = 0; x < width; x++, at += 3, from += pixelStride) {
      rgb[at] = data[from + red];
      rgb[at + 1] = data[from + green];
      rgb[at + 2] = data[from + blue];
    }
  }

  private void readTransparent(int start, byte[] rgb) {
    int from = start;
    for (int x = 0, at = 0; x < width; x++, at += 3, from += pixelStride) {
      int a = data[from + alpha] & 0xFF;
      int r = data[from + red] & 0xFF;
      int g = data[from + green] & 0xFF;
      int b = data[from + blue] & 0xFF;
      rgb[at] = premultiplied ? OnWhite.premultiplied(r, a) : OnWhite.straight(r, a);
      rgb[at + 1] = premultiplied ? OnWhite.premultiplied(g, a) : OnWhite.straight(g, a);
      rgb[at + 2] = premultiplied ? OnWhite.premultiplied(b, a) : OnWhite.straight(b, a);
    }
  }
}
