package io.boxfit.model.layer;

import io.boxfit.model.Default;
import java.util.List;

/**
 * Each sample minus its mean, divided by its standard deviation plus {@code epsilon}; any shape.
 *
 * @param epsilon keeps flat samples from being blown up
 */
public record Standardize(@Default("0.02") double epsilon) implements Layer {

  /**
   * @throws io.boxfit.core.BadInputException if the number is impossible
   */
  public Standardize {
    Fit.positive("epsilon", epsilon);
  }

  @Override
  public Shape output(List<Shape> inputs) {
    return Fit.one(inputs);
  }
}
