package io.boxfit.model.layer;

import java.util.List;

/**
 * x times the share of a standard normal below x, exactly (Hendrycks and Gimpel, arXiv 1606.08415);
 * any shape.
 */
public record Gelu() implements Layer {

  @Override
  public Shape output(List<Shape> inputs) {
    return Fit.one(inputs);
  }
}
