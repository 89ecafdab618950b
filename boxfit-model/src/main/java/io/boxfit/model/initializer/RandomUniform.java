package io.boxfit.model.initializer;

import io.boxfit.core.BadInputException;
import io.boxfit.core.random.RandomStream;
import io.boxfit.model.Default;

/**
 * Uniform in [minimum, maximum).
 *
 * @param minimum -0.05 in Keras
 * @param maximum at least the minimum, 0.05 in Keras
 */
public record RandomUniform(@Default("-0.05") double minimum, @Default("0.05") double maximum)
    implements Initializer {

  /**
   * @throws BadInputException if a number is not finite or the minimum above the maximum
   */
  public RandomUniform {
    if (!Float.isFinite((float) minimum)) {
      throw new BadInputException("minimum must be a finite 32-bit number, got " + minimum);
    }
    if (!Float.isFinite((float) maximum) || maximum < minimum) {
      throw new BadInputException(
          "maximum must be a finite 32-bit number of at least minimum = "
              + minimum
              + ", got "
              + maximum);
    }
  }

  @Override
  public void fill(float[] values, long fanIn, long fanOut, RandomStream random) {
    Draws.uniform(values, minimum, maximum, random);
  }
}
