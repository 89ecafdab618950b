package io.boxfit.predict;

import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;

/** Gray or RGB samples of up to 16 bits in any arrangement, scaled to 8 bits. */
final class SampleRows implements RgbRows {
  private final WritableRaster raster;
  private final int bands;
  private final int[] maxima;
  private final boolean gray;
  private final boolean transparent;
  private final boolean premultiplied;
  private final int[] row;

  SampleRows(WritableRaster raster, ComponentColorModel colors) {
    this.raster = raster;
    bands = raster.getNumBands();
    maxima = colors.getComponentSize();
    for (int i = 0; i < maxima.length; i++) {
      maxima[i] = (1 << maxima[i]) - 1;
    }
    gray = colors.getNumColorComponents() == 1;
    transparent = colors.hasAlpha();
    premultiplied = colors.isAlphaPremultiplied();
    row = new int[raster.getWidth() * bands];
  }

  static boolean reads(ComponentColorModel colors) {
    return colors.getTransferType() == DataBuffer.TYPE_BYTE
        || colors.getTransferType() == DataBuffer.TYPE_USHORT;
  }

  @Override
  public void read(int y, byte[] rgb) {
    raster.getPixels(0, y, raster.getWidth(), 1, row);
    for (int from = 0, at = 0; from < row.length; from += bands, at += 3) {
      int a = transparent ? sample(from, bands - 1) : 255;
      rgb[at] = onWhite(sample(from, 0), a);
      rgb[at + 1] = gray ? rgb[at] : onWhite(sample(from, 1), a);
      rgb[at + 2] = gray ? rgb[at] : onWhite(sample(from, 2), a);
    }
  }

  /** Rounded to the nearest: the 16-bit value 257 v is exactly v again. */
  private int sample(int from, int band) {
    int max = maxima[band];
    return (row[from + band] * 255 + max / 2) / max;
  }

  private byte onWhite(int sample, int alpha) {
    if (alpha == 255) {
      return (byte) sample;
    }
    return premultiplied ? OnWhite.premultiplied(sample, alpha) : OnWhite.straight(sample, alpha);
  }
}
