package io.boxfit.data.image;

import io.boxfit.data.Picture;
import java.util.Arrays;

/** Small copies of pictures: each pixel the mean of the area that it covers. */
public final class Thumbnail {
  private Thumbnail() {}

  /** The picture in another size, at least 1x1; a larger one has larger pixels. */
  public static Picture of(Picture picture, int width, int height) {
    double[] means = means(picture, width, height);
    byte[] pixels = new byte[means.length];
    for (int i = 0; i < means.length; i++) {
      pixels[i] = (byte) (int) Math.rint(means[i]);
    }
    return new Picture(width, height, picture.channels(), pixels);
  }

  /** Luminance by ITU-R BT.601, 0 to 255, {@code size x size} whatever the picture's shape. */
  public static double[] gray(Picture picture, int size) {
    double[] means = means(picture, size, size);
    if (picture.channels() == 1) {
      return means;
    }
    double[] gray = new double[size * size];
    for (int i = 0; i < gray.length; i++) {
      gray[i] = 0.299 * means[3 * i] + 0.587 * means[3 * i + 1] + 0.114 * means[3 * i + 2];
    }
    return gray;
  }

  /** First the rows, then the columns: each picture's pixel is touched about once. */
  private static double[] means(Picture picture, int width, int height) {
    int channels = picture.channels();
    double[] means = new double[width * height * channels];
    double[] row = new double[picture.width() * channels];
    double[] narrow = new double[width * channels];
    double rowsEach = (double) picture.height() / height;
    for (int y = 0; y < height; y++) {
      mix(picture, y * rowsEach, (y + 1) * rowsEach, row);
      narrow(row, picture.width(), channels, narrow);
      System.arraycopy(narrow, 0, means, y * narrow.length, narrow.length);
    }
    return means;
  }

  private static void mix(Picture picture, double top, double bottom, double[] row) {
    Arrays.fill(row, 0);
    byte[] pixels = picture.pixels();
    for (int y = (int) top; y < Math.min(Math.ceil(bottom), picture.height()); y++) {
      double share = (Math.min(y + 1, bottom) - Math.max(y, top)) / (bottom - top);
      int from = y * row.length;
      for (int i = 0; i < row.length; i++) {
        row[i] += share * (pixels[from + i] & 0xFF);
      }
    }
  }

  private static void narrow(double[] row, int columns, int channels, double[] narrow) {
    int width = narrow.length / channels;
    double each = (double) columns / width;
    for (int x = 0; x < width; x++) {
      double left = x * each;
      double right = left + each;
      for (int channel = 0; channel < channels; channel++) {
        double sum = 0;
        for (int column = (int) left; column < Math.min(Math.ceil(right), columns); column++) {
          double share = (Math.min(column + 1, right) - Math.max(column, left)) / each;
          sum += share * row[column * channels + channel];
        }
        narrow[x * channels + channel] = sum;
      }
    }
  }
}
