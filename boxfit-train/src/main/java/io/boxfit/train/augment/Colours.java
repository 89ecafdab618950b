package io.boxfit.train.augment;

import io.boxfit.core.random.RandomStream;
import io.boxfit.data.Picture;
import io.boxfit.model.augmentation.Augmentation;

/** Other light: each channel's values through a table, about the middle gray. */
final class Colours {
  private static final double MIDDLE = 127.5;

  private Colours() {}

  /** Changes a picture's own pixels; nobody else holds them yet. */
  static void change(Picture picture, Augmentation by, RandomStream random) {
    double gain = StrictMath.exp(random.nextGaussian() * by.contrast());
    double light = random.nextGaussian() * by.brightness();
    byte[] pixels = picture.pixels();
    int channels = picture.channels();
    for (int c = 0; c < channels; c++) {
      double own = StrictMath.exp(random.nextGaussian() * by.colour());
      byte[] table = table(gain * own, light);
      for (int i = c; i < pixels.length; i += channels) {
        pixels[i] = table[pixels[i] & 0xFF];
      }
    }
  }

  private static byte[] table(double gain, double light) {
    byte[] table = new byte[256];
    for (int value = 0; value < 256; value++) {
      double changed = (value - MIDDLE) * gain + light + MIDDLE;
      table[value] = (byte) Math.max(0, Math.min(255, Math.rint(changed)));
    }
    return table;
  }
}
