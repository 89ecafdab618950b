package io.boxfit.model.initializer;

import io.boxfit.core.BadInputException;
import io.boxfit.core.random.RandomStream;
import io.boxfit.model.Default;

/**
 * Normal around zero whose draws beyond two deviations are drawn again. As in Keras it is not
 * widened: what remains has the standard deviation 0.88 times {@code deviation}.
 *
 * @param deviation standard deviation before the cut, 0.05 in Keras
 */
public record TruncatedNormal(@Default("0.05") double deviation) implements Initializer {

  /**
   * @throws BadInputException if the deviation is not a number of at least 0
   */
  public TruncatedNormal {
    if (!(deviation >= 0) || Double.isInfinite(deviation)) {
      throw new BadInputException("deviation must be a number of at least 0, got " + deviation);
    }
  }

  @Override
  public void fill(float[] values, long fanIn, long fanOut, RandomStream random) {
    Draws.truncatedNormal(values, deviation, random);
  }
}
