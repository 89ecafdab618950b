package io.boxfit.model.layer;

import java.util.List;

/** exp(x) over the sum of all channels at the same place; a vector is all channels; any shape. */
public record Softmax() implements Layer {

  @Override
  public Shape output(List<Shape> inputs) {
    return Fit.one(inputs);
  }
}
