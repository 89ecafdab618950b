package io.boxfit.model.layer;

import java.util.List;

/** The sum of two inputs of equal shape: a residual connection, or two scales merged. */
public record Add() implements Layer {

  @Override
  public Shape output(List<Shape> inputs) {
    Shape first = Fit.inputs(inputs, 2).get(0);
    Fit.require(
        first.equals(inputs.get(1)),
        "needs two inputs of one shape, got " + first + " and " + inputs.get(1));
    return first;
  }
}
