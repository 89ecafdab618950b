package io.boxfit.data.letters;

import io.boxfit.core.random.RandomStream;

/** What lies behind a letter. */
public enum BackgroundKind {
  /** One colour. */
  FLAT,
  /** From one colour to another, in any direction; both keep the contrast on the same side. */
  GRADIENT,
  /** One colour with normal noise of a standard deviation of 5 to 30, per pixel and channel. */
  NOISE,
  /** One colour under 3 to 10 lines, rectangles and ellipses that keep the contrast. */
  CLUTTER;

  /** The shares of the preset {@code varied}: 40, 20, 20, 20 in a hundred. */
  static BackgroundKind varied(RandomStream random) {
    return switch (random.nextInt(5)) {
      case 0, 1 -> FLAT;
      case 2 -> GRADIENT;
      case 3 -> NOISE;
      default -> CLUTTER;
    };
  }
}
