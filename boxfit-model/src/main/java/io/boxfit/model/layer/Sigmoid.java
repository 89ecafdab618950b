package io.boxfit.model.layer;

import java.util.List;

/** 1 / (1 + exp(-x)) of every number; any shape. */
public record Sigmoid() implements Layer {

  @Override
  public Shape output(List<Shape> inputs) {
    return Fit.one(inputs);
  }
}
