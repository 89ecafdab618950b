package io.boxfit.model.layer;

import java.util.List;

/**
 * In training each number is set to zero with probability {@code share}, the others are multiplied
 * by 1 / (1 - share), as in Keras; when the network is used, nothing happens (Srivastava et al.,
 * JMLR 2014, in its inverted form). Any shape.
 *
 * @param share in [0, 1)
 */
public record Dropout(double share) implements Layer {

  /**
   * @throws io.boxfit.core.BadInputException if the share is impossible
   */
  public Dropout {
    Fit.share("share", share);
  }

  @Override
  public Shape output(List<Shape> inputs) {
    return Fit.one(inputs);
  }
}
