package io.boxfit.model.layer;

import java.util.List;

/**
 * All numbers of a sample in one vector, in order of memory: channel by channel, row by row.
 *
 * <p>Keras flattens place by place, because it keeps channels last: a dense layer that follows has
 * the rows of its kernel in another order there, and nothing else differs.
 */
public record Flatten() implements Layer {

  @Override
  public Shape output(List<Shape> inputs) {
    long elements = Fit.one(inputs).elements();
    Fit.require(elements <= Integer.MAX_VALUE, "gives " + elements + " numbers, more than 2^31");
    return Shape.of((int) elements);
  }
}
