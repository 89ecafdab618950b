package io.boxfit.model.layer;

import java.util.List;

/** The hyperbolic tangent of every number; any shape. */
public record Tanh() implements Layer {

  @Override
  public Shape output(List<Shape> inputs) {
    return Fit.one(inputs);
  }
}
