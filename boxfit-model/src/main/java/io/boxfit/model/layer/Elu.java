package io.boxfit.model.layer;

import io.boxfit.model.Default;
import java.util.List;

/**
 * x where it is positive, {@code alpha * (exp(x) - 1)} elsewhere (Clevert et al., arXiv
 * 1511.07289); any shape.
 *
 * @param alpha positive
 */
public record Elu(@Default("1") double alpha) implements Layer {

  /**
   * @throws io.boxfit.core.BadInputException if the number is impossible
   */
  public Elu {
    Fit.positive("alpha", alpha);
  }

  @Override
  public Shape output(List<Shape> inputs) {
    return Fit.one(inputs);
  }
}
