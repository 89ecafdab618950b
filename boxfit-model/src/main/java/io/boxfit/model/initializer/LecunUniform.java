package io.boxfit.model.initializer;

import io.boxfit.core.random.RandomStream;

/** Uniform in +-sqrt(3 / fanIn) (LeCun et al., Efficient BackProp, 1998). */
public record LecunUniform() implements Initializer {

  @Override
  public void fill(float[] values, long fanIn, long fanOut, RandomStream random) {
    double limit = Math.sqrt(3.0 / fanIn);
    Draws.uniform(values, -limit, limit, random);
  }
}
