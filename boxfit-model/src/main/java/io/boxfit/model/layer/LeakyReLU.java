package io.boxfit.model.layer;

import io.boxfit.model.Default;
import java.util.List;

/**
 * x where it is positive, {@code slope * x} elsewhere (Maas et al., ICML 2013); any shape.
 *
 * @param slope in [0, 1000]; 0.3 in Keras
 */
public record LeakyReLU(@Default("0.3") double slope) implements Layer {

  /**
   * @throws io.boxfit.core.BadInputException if the slope is impossible
   */
  public LeakyReLU {
    Fit.require(slope >= 0 && slope <= 1000, "slope must be in [0, 1000], got " + slope);
  }

  @Override
  public Shape output(List<Shape> inputs) {
    return Fit.one(inputs);
  }
}
