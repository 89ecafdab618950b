package io.boxfit.model.layer;

import java.util.List;

/**
 * A map seen along one axis: (c, h, w) to (2c, w) for X or (2c, h) for Y; first the c maxima over
 * the other axis, then the c means.
 *
 * <p>A side is a place where a row or a column changes; marginals keep that and forget the rest.
 *
 * @param axis the axis that stays
 */
public record Marginal(Axis axis) implements Layer {

  @Override
  public Shape output(List<Shape> inputs) {
    Shape in = Fit.map(Fit.one(inputs));
    return Shape.of(2 * in.size(0), axis == Axis.X ? in.size(2) : in.size(1));
  }
}
