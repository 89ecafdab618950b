package io.boxfit.model.initializer;

import io.boxfit.core.random.RandomStream;
import java.util.Arrays;

/** All one. */
public record Ones() implements Initializer {

  @Override
  public void fill(float[] values, long fanIn, long fanOut, RandomStream random) {
    Arrays.fill(values, 1f);
  }
}
