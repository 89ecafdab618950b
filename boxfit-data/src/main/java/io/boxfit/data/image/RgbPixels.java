package io.boxfit.data.image;

import io.boxfit.data.Picture;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;

/**
 * Takes the pixels out of a decoded image.
 *
 * <p>Gray and RGB samples are taken as they are stored, because the usual decoders of other
 * languages do so and {@link BufferedImage#getRGB} would brighten gray values: to it they are
 * linear. Inks are mixed without a profile, for the same reason. Palettes and other colour spaces
 * go through {@code getRGB}.
 */
final class RgbPixels {
  private RgbPixels() {}

  static Picture of(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    byte[] rgb = new byte[Math.multiplyExact(3, width * height)];
    ColorModel colors = image.getColorModel();
    if (colors instanceof ComponentColorModel && isGrayOrRgb(colors) && isUnsigned(colors)) {
      readSamples(image.getRaster(), colors, rgb);
    } else if (colors.getColorSpace().getType() == ColorSpace.TYPE_CMYK
        && colors.getTransferType() == DataBuffer.TYPE_BYTE) {
      readInks(image.getRaster(), rgb);
    } else {
      readColours(image, rgb);
    }
    return new Picture(width, height, 3, rgb);
  }

  private static boolean isGrayOrRgb(ColorModel colors) {
    int type = colors.getColorSpace().getType();
    return type == ColorSpace.TYPE_GRAY || type == ColorSpace.TYPE_RGB;
  }

  private static boolean isUnsigned(ColorModel colors) {
    return colors.getTransferType() == DataBuffer.TYPE_BYTE
        || colors.getTransferType() == DataBuffer.TYPE_USHORT;
  }

  private static void readSamples(Raster raster, ColorModel colors, byte[] rgb) {
    int bands = raster.getNumBands();
    int green = colors.getNumColorComponents() == 1 ? 0 : 1;
    int blue = 2 * green;
    int max = (1 << colors.getComponentSize(0)) - 1;
    int[] row = new int[raster.getWidth() * bands];
    int at = 0;
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, row);
      for (int from = 0; from < row.length; from += bands) {
        int alpha = colors.hasAlpha() ? scaled(row[from + bands - 1], max) : 255;
        rgb[at++] = onWhite(scaled(row[from], max), alpha);
        rgb[at++] = onWhite(scaled(row[from + green], max), alpha);
        rgb[at++] = onWhite(scaled(row[from + blue], max), alpha);
      }
    }
  }

  /** Cyan, magenta, yellow and black, 255 where the paper is covered. */
  private static void readInks(Raster raster, byte[] rgb) {
    int bands = raster.getNumBands();
    int[] row = new int[raster.getWidth() * bands];
    int at = 0;
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, row);
      for (int from = 0; from < row.length; from += bands) {
        for (int ink = 0; ink < 3; ink++) {
          rgb[at++] = (byte) mixed(255 - row[from + ink], 255 - row[from + 3]);
        }
      }
    }
  }

  /** The light that an ink and black over it leave, from what each alone leaves, 0 to 255. */
  static int mixed(int ink, int black) {
    return (ink * black + 127) / 255;
  }

  private static void readColours(BufferedImage image, byte[] rgb) {
    int[] row = new int[image.getWidth()];
    int at = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, row.length, 1, row, 0, row.length);
      for (int argb : row) {
        int alpha = argb >>> 24;
        rgb[at++] = onWhite(argb >> 16 & 0xFF, alpha);
        rgb[at++] = onWhite(argb >> 8 & 0xFF, alpha);
        rgb[at++] = onWhite(argb & 0xFF, alpha);
      }
    }
  }

  /** To 0..255, rounded to the nearest: the 16-bit value 257 v is exactly v again. */
  private static int scaled(int sample, int max) {
    return (sample * 255 + max / 2) / max;
  }

  private static byte onWhite(int sample, int alpha) {
    return (byte) ((sample * alpha + 255 * (255 - alpha) + 127) / 255);
  }
}
