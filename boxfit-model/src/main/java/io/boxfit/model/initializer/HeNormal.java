package io.boxfit.model.initializer;

import io.boxfit.core.random.RandomStream;

/**
 * Truncated normal of standard deviation sqrt(2 / fanIn) (He et al., arXiv 1502.01852).
 *
 * <p>As in Keras, draws beyond two standard deviations are drawn again, and the normal is widened
 * by 1 / 0.8796256610342398 so that what remains has the wanted deviation.
 */
public record HeNormal() implements Initializer {
  private static final double DEVIATION_OF_TRUNCATED = 0.8796256610342398;

  @Override
  public void fill(float[] values, long fanIn, long fanOut, RandomStream random) {
    double scale = Math.sqrt(2.0 / fanIn) / DEVIATION_OF_TRUNCATED;
    for (int i = 0; i < values.length; i++) {
      double z = random.nextGaussian();
      while (Math.abs(z) > 2) {
        z = random.nextGaussian();
      }
      values[i] = (float) (scale * z);
    }
  }
}
