package io.boxfit.model.layer;

import java.util.List;

/** The mean of each channel over the whole map: (c, h, w) to (c). */
public record GlobalAveragePool2D() implements Layer {

  @Override
  public Shape output(List<Shape> inputs) {
    return Shape.of(Fit.map(Fit.one(inputs)).size(0));
  }
}
