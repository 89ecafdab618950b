package io.boxfit.model.initializer;

import io.boxfit.core.BadInputException;
import io.boxfit.core.random.RandomStream;
import io.boxfit.model.Default;
import java.util.Arrays;

/**
 * All the same.
 *
 * @param value finite, 0 in Keras
 */
public record Constant(@Default("0") double value) implements Initializer {

  /**
   * @throws BadInputException if the value is not finite as a 32-bit number
   */
  public Constant {
    if (!Float.isFinite((float) value)) {
      throw new BadInputException("value must be a finite 32-bit number, got " + value);
    }
  }

  @Override
  public void fill(float[] values, long fanIn, long fanOut, RandomStream random) {
    Arrays.fill(values, (float) value);
  }
}
