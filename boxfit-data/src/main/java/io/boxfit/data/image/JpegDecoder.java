package io.boxfit.data.image;

import io.boxfit.data.Picture;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;

/**
 * JPEG, also of four channels, which Java decodes but does not mix.
 *
 * <p>Printing inks are stored inverted, as Adobe's programs do and every other decoder expects: 255
 * is no ink. Without a profile red is what neither cyan nor black covers, {@code C * K / 255} of
 * the stored values.
 */
final class JpegDecoder {
  private static final int YCCK = 2;

  private JpegDecoder() {}

  static Picture picture(Path file) throws IOException {
    JpegHeader header = JpegHeader.read(file);
    if (header.components() != 4) {
      return RgbPixels.of(JdkDecoder.image("jpeg", file));
    }
    Raster inks = JdkDecoder.use("jpeg", file, true, reader -> reader.readRaster(0, null));
    return mixed(inks, header.adobeTransform() == YCCK);
  }

  private static Picture mixed(Raster inks, boolean ycck) {
    int width = inks.getWidth();
    byte[] rgb = new byte[Math.multiplyExact(3, width * inks.getHeight())];
    int[] row = new int[4 * width];
    int at = 0;
    for (int y = 0; y < inks.getHeight(); y++) {
      inks.getPixels(0, y, width, 1, row);
      for (int from = 0; from < row.length; from += 4) {
        if (ycck) {
          toInks(row, from);
        }
        for (int ink = 0; ink < 3; ink++) {
          rgb[at++] = (byte) RgbPixels.mixed(row[from + ink], row[from + 3]);
        }
      }
    }
    return new Picture(width, inks.getHeight(), 3, rgb);
  }

  /** Luminance and colour differences to inks, by the equations of JFIF 1.02. */
  private static void toInks(int[] row, int from) {
    double luminance = row[from];
    double blue = row[from + 1] - 128;
    double red = row[from + 2] - 128;
    row[from] = ink(luminance + 1.402 * red);
    row[from + 1] = ink(luminance - 0.344136 * blue - 0.714136 * red);
    row[from + 2] = ink(luminance + 1.772 * blue);
  }

  private static int ink(double light) {
    return 255 - (int) Math.max(0, Math.min(255, Math.rint(light)));
  }
}
