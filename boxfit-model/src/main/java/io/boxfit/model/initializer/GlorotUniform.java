package io.boxfit.model.initializer;

import io.boxfit.core.random.RandomStream;

/**
 * Uniform in +-sqrt(6 / (fanIn + fanOut)) (Glorot and Bengio, AISTATS 2010, equation 16); Keras's
 * default.
 */
public record GlorotUniform() implements Initializer {

  @Override
  public void fill(float[] values, long fanIn, long fanOut, RandomStream random) {
    double limit = Math.sqrt(6.0 / (fanIn + fanOut));
    Draws.uniform(values, -limit, limit, random);
  }
}
