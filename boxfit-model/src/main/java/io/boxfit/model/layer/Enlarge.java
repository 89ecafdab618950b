package io.boxfit.model.layer;

import java.util.List;

/**
 * A box grown on every side by {@code share} of its width or height (taken as at least one pixel)
 * and by {@code pixels}: room for the sides that a coarse box missed.
 *
 * @param share of the box's own size, 0 or more
 * @param pixels more on every side, 0 or more
 */
public record Enlarge(double share, double pixels) implements Layer {

  /**
   * @throws io.boxfit.core.BadInputException if a number is impossible
   */
  public Enlarge {
    Fit.require(share >= 0 && share < 10, "share must be in [0, 10), got " + share);
    Fit.require(pixels >= 0 && pixels < 1e4, "pixels must be in [0, 10000), got " + pixels);
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape in = Fit.one(inputs);
    return in.equals(Shape.of(5)) ? Shape.of(4) : Fit.box(in);
  }
}
