package io.boxfit.train.augment;

import io.boxfit.core.box.Box;
import io.boxfit.core.random.RandomStream;
import io.boxfit.data.Picture;
import io.boxfit.model.augmentation.Augmentation;

/** What hides a picture in part: blur, noise, something in front of it. */
final class Damage {
  private static final byte GRAY = (byte) 128;
  private static final double LARGEST_CUT = 1.0 / 3;
  private static final double MOST_HIDDEN = 0.5;

  private Damage() {}

  /** Changes a picture's own pixels; nobody else holds them yet. */
  static void change(Picture picture, Box box, Augmentation by, RandomStream random) {
    if (random.nextBoolean(by.blur())) {
      blur(picture, random.nextInt(1, 2));
    }
    if (random.nextBoolean(by.cutOut())) {
      cut(picture, box, random);
    }
    if (by.noise() > 0) {
      noise(picture, random.nextDouble(0, by.noise()), random);
    }
  }

  /** A box filter of {@code 2 * radius + 1} pixels, across and down. */
  private static void blur(Picture picture, int radius) {
    int channels = picture.channels();
    int row = picture.width() * channels;
    for (int y = 0; y < picture.height(); y++) {
      for (int c = 0; c < channels; c++) {
        mean(picture.pixels(), y * row + c, channels, picture.width(), radius);
      }
    }
    for (int i = 0; i < row; i++) {
      mean(picture.pixels(), i, row, picture.height(), radius);
    }
  }

  private static void mean(byte[] pixels, int first, int step, int count, int radius) {
    int[] line = new int[count];
    for (int i = 0; i < count; i++) {
      line[i] = pixels[first + i * step] & 0xFF;
    }
    for (int i = 0; i < count; i++) {
      int sum = 0;
      for (int k = -radius; k <= radius; k++) {
        sum += line[Math.max(0, Math.min(count - 1, i + k))];
      }
      int width = 2 * radius + 1;
      pixels[first + i * step] = (byte) ((sum + radius) / width);
    }
  }

  private static void cut(Picture picture, Box box, RandomStream random) {
    int width = (int) (picture.width() * random.nextDouble(0, LARGEST_CUT));
    int height = (int) (picture.height() * random.nextDouble(0, LARGEST_CUT));
    int left = random.nextInt(picture.width() - width + 1);
    int top = random.nextInt(picture.height() - height + 1);
    double hidden =
        overlap(left, left + width, box.xMin(), box.xMax())
            * overlap(top, top + height, box.yMin(), box.yMax());
    if (hidden > MOST_HIDDEN * box.area()) {
      return;
    }
    int channels = picture.channels();
    for (int y = top; y < top + height; y++) {
      int from = (y * picture.width() + left) * channels;
      for (int i = 0; i < width * channels; i++) {
        picture.pixels()[from + i] = GRAY;
      }
    }
  }

  private static double overlap(double a, double b, double c, double d) {
    return Math.max(0, Math.min(b, d) - Math.max(a, c));
  }

  private static void noise(Picture picture, double deviation, RandomStream random) {
    byte[] pixels = picture.pixels();
    for (int i = 0; i < pixels.length; i++) {
      // The sum of four uniform draws of 16 bits is near enough to a normal one.
      long bits = random.nextLong();
      long sum =
          (bits & 0xFFFF) + ((bits >>> 16) & 0xFFFF) + ((bits >>> 32) & 0xFFFF) + (bits >>> 48);
      double normal = (sum / 65535.0 - 2) * 1.7320508;
      double value = (pixels[i] & 0xFF) + deviation * normal;
      pixels[i] = (byte) Math.max(0, Math.min(255, Math.rint(value)));
    }
  }
}
