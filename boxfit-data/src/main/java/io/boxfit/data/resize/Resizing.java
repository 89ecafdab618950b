package io.boxfit.data.resize;

import io.boxfit.core.fit.Fitting;
import io.boxfit.data.Picture;
import java.util.Arrays;

/**
 * Pictures in other sizes by the triangle filter: bilinear where they grow, and where they shrink
 * as wide as the step from one pixel to the next, so that nothing is skipped.
 *
 * <p>This is ONNX's {@code Resize} with {@code mode=linear}, {@code half_pixel} and {@code
 * antialias=1} on one axis after the other, rounded to gray levels at the end: what a model file
 * does by itself.
 */
public final class Resizing {
  private Resizing() {}

  /**
   * A picture in its content's size.
   *
   * @throws IllegalArgumentException if the picture has not the size that was fitted
   */
  public static Picture content(Picture picture, Fitting fitting) {
    if (picture.width() != fitting.width() || picture.height() != fitting.height()) {
      throw new IllegalArgumentException(
          "fitted for " + fitting + ", got " + picture.width() + "x" + picture.height());
    }
    int width = fitting.contentWidth();
    int height = fitting.contentHeight();
    if (width == picture.width() && height == picture.height()) {
      return picture;
    }
    int channels = picture.channels();
    float[] wide = new float[picture.height() * width * channels];
    acrossRows(picture, new Filter(picture.width(), width), wide);
    byte[] pixels = new byte[height * width * channels];
    downColumns(wide, width * channels, new Filter(picture.height(), height), pixels);
    return new Picture(width, height, channels, pixels);
  }

  private static void acrossRows(Picture picture, Filter filter, float[] to) {
    byte[] pixels = picture.pixels();
    int channels = picture.channels();
    int at = 0;
    for (int y = 0; y < picture.height(); y++) {
      int row = y * picture.width() * channels;
      for (int x = 0; x < filter.size(); x++) {
        float[] weights = filter.weights(x);
        for (int c = 0; c < channels; c++) {
          float sum = 0;
          int from = row + filter.first(x) * channels + c;
          for (float weight : weights) {
            sum += weight * (pixels[from] & 0xFF);
            from += channels;
          }
          to[at++] = sum;
        }
      }
    }
  }

  private static void downColumns(float[] wide, int stride, Filter filter, byte[] to) {
    float[] sums = new float[stride];
    int at = 0;
    for (int y = 0; y < filter.size(); y++) {
      Arrays.fill(sums, 0);
      float[] weights = filter.weights(y);
      for (int k = 0; k < weights.length; k++) {
        int from = (filter.first(y) + k) * stride;
        for (int i = 0; i < stride; i++) {
          sums[i] += weights[k] * wide[from + i];
        }
      }
      for (float sum : sums) {
        to[at++] = (byte) Math.max(0, Math.min(255, Math.round(sum)));
      }
    }
  }
}
