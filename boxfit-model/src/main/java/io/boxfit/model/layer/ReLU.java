package io.boxfit.model.layer;

import java.util.List;

/** max(x, 0) of every number; any shape. */
public record ReLU() implements Layer {

  @Override
  public Shape output(List<Shape> inputs) {
    return Fit.one(inputs);
  }
}
