package io.boxfit.data.letters;

import io.boxfit.core.random.RandomStream;

/** Colours as 0xRRGGBB. */
final class Rgb {
  static final int BLACK = 0;
  static final int WHITE = 0xFFFFFF;

  private Rgb() {}

  /** Luma by ITU-R BT.601, 0 to 255. */
  static double luma(int rgb) {
    return 0.299 * red(rgb) + 0.587 * green(rgb) + 0.114 * blue(rgb);
  }

  static int red(int rgb) {
    return rgb >> 16 & 0xFF;
  }

  static int green(int rgb) {
    return rgb >> 8 & 0xFF;
  }

  static int blue(int rgb) {
    return rgb & 0xFF;
  }

  /** Uniform over all 2^24 colours. */
  static int any(RandomStream random) {
    return random.nextInt(1 << 24);
  }

  /** Uniform over the colours whose luma differs from the given one by at least so much. */
  static int contrasting(RandomStream random, double luma, double difference) {
    while (true) {
      int rgb = any(random);
      if (Math.abs(luma(rgb) - luma) >= difference) {
        return rgb;
      }
    }
  }
}
