package io.boxfit.model.initializer;

import io.boxfit.core.BadInputException;
import io.boxfit.core.random.RandomStream;
import io.boxfit.model.Default;

/**
 * Normal around zero.
 *
 * @param deviation standard deviation, 0.05 in Keras
 */
public record RandomNormal(@Default("0.05") double deviation) implements Initializer {

  /**
   * @throws BadInputException if the deviation is not a number of at least 0
   */
  public RandomNormal {
    if (!(deviation >= 0) || Double.isInfinite(deviation)) {
      throw new BadInputException("deviation must be a number of at least 0, got " + deviation);
    }
  }

  @Override
  public void fill(float[] values, long fanIn, long fanOut, RandomStream random) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
  }
}
