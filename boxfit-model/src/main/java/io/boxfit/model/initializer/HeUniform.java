package io.boxfit.model.initializer;

import io.boxfit.core.random.RandomStream;

/** Uniform in +-sqrt(6 / fanIn) (He et al., arXiv 1502.01852). */
public record HeUniform() implements Initializer {

  @Override
  public void fill(float[] values, long fanIn, long fanOut, RandomStream random) {
    double limit = Math.sqrt(6.0 / fanIn);
    Draws.uniform(values, -limit, limit, random);
  }
}
