package io.boxfit.model.layer;

import java.util.List;

/**
 * Every place of a map repeated {@code factor} times along both axes (nearest neighbour), then cut
 * at the right and at the bottom to the size of the second input.
 *
 * <p>The cut lets a map come back to the size from which a strided convolution rounded up.
 *
 * @param factor at least 2
 */
public record Upsample2D(int factor) implements Layer {

  /**
   * @throws io.boxfit.core.BadInputException if the factor is impossible
   */
  public Upsample2D {
    Fit.atLeast("factor", factor, 2);
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape in = Fit.map(Fit.inputs(inputs, 2).get(0));
    Shape like = Fit.map(inputs.get(1));
    Fit.require(
        (long) in.size(1) * factor >= like.size(1) && (long) in.size(2) * factor >= like.size(2),
        "cannot reach the size of " + like + " from " + in + " with factor " + factor);
    return Shape.of(in.size(0), like.size(1), like.size(2));
  }
}
