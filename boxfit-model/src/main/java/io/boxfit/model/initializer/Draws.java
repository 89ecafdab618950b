package io.boxfit.model.initializer;

import io.boxfit.core.random.RandomStream;

/** The two distributions that Keras's scaled initialisers draw from. */
final class Draws {
  /** Standard deviation of a standard normal that is cut at two; Keras's constant. */
  private static final double DEVIATION_OF_TRUNCATED = 0.8796256610342398;

  private Draws() {}

  /** Uniform in [low, high). */
  static void uniform(float[] values, double low, double high, RandomStream random) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(low, high);
    }
  }

  /** Normal around zero; draws beyond twice {@code scale} are drawn again. */
  static void truncatedNormal(float[] values, double scale, RandomStream random) {
    for (int i = 0; i < values.length; i++) {
      double z = random.nextGaussian();
      while (Math.abs(z) > 2) {
        z = random.nextGaussian();
      }
      values[i] = (float) (scale * z);
    }
  }

  /** A truncated normal, widened so that what remains of it has the wanted deviation. */
  static void widenedNormal(float[] values, double deviation, RandomStream random) {
    truncatedNormal(values, deviation / DEVIATION_OF_TRUNCATED, random);
  }
}
