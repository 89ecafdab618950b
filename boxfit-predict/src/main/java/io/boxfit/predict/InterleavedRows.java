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
    } else if (pixelStride == 3) {
      readThree(from, rgb);
    } else if (pixelStride == 1) {
      readOne(from, rgb);
    } else {
      for (int x = 0; x < width; x++) {
        rgb[3 * x] = data[from + x * pixelStride + red];
        rgb[3 * x + 1] = data[from + x * pixelStride + green];
        rgb[3 * x + 2] = data[from + x * pixelStride + blue];
      }
    }
  }

  /** Places that are a constant times x cost the compiled loop no bounds check. */
  private void readThree(int from, byte[] rgb) {
    byte[] source = data;
    int fromRed = from + red;
    int fromGreen = from + green;
    int fromBlue = from + blue;
    for (int x = 0; x < width; x++) {
      rgb[3 * x] = source[fromRed + 3 * x];
      rgb[3 * x + 1] = source[fromGreen + 3 * x];
      rgb[3 * x + 2] = source[fromBlue + 3 * x];
    }
  }

  private void readOne(int from, byte[] rgb) {
    byte[] source = data;
    int fromGray = from + red;
    for (int x = 0; x < width; x++) {
      byte gray = source[fromGray + x];
      rgb[3 * x] = gray;
      rgb[3 * x + 1] = gray;
      rgb[3 * x + 2] = gray;
    }
  }

  private void readTransparent(int start, byte[] rgb) {
    int from = start;
    for (int x = 0; x < width; x++, from += pixelStride) {
      int a = data[from + alpha] & 0xFF;
      byte r = data[from + red];
      byte g = data[from + green];
      byte b = data[from + blue];
      // Most pixels of most pictures with transparency are opaque.
      rgb[3 * x] = a == 255 ? r : onWhite(r & 0xFF, a);
      rgb[3 * x + 1] = a == 255 ? g : onWhite(g & 0xFF, a);
      rgb[3 * x + 2] = a == 255 ? b : onWhite(b & 0xFF, a);
    }
  }

  private byte onWhite(int sample, int a) {
    return premultiplied ? OnWhite.premultiplied(sample, a) : OnWhite.straight(sample, a);
  }
}
