package io.boxfit.model.layer;

import java.util.List;

/** x / (1 + exp(-x)) of every number, also called swish (arXiv 1606.08415); any shape. */
public record Silu() implements Layer {

  @Override
  public Shape output(List<Shape> inputs) {
    return Fit.one(inputs);
  }
}
