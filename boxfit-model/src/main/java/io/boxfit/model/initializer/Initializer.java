package io.boxfit.model.initializer;

import io.boxfit.core.random.RandomStream;

/** How a parameter starts. Names and arithmetic are Keras's. */
public sealed interface Initializer
    permits Constant,
        GlorotNormal,
        GlorotUniform,
        HeNormal,
        HeUniform,
        LecunNormal,
        LecunUniform,
        Ones,
        Orthogonal,
        RandomNormal,
        RandomUniform,
        TruncatedNormal,
        Zeros {

  /**
   * Fills a parameter.
   *
   * @param values all of its numbers, in order of memory
   * @param fanIn how many inputs feed one output
   * @param fanOut how many outputs one input feeds
   * @param random the only source of chance
   */
  void fill(float[] values, long fanIn, long fanOut, RandomStream random);
}
