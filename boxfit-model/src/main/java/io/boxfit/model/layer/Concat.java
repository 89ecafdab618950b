package io.boxfit.model.layer;

import java.util.ArrayList;
import java.util.List;

/** Two inputs one after the other along the channels; all other sizes must agree. */
public record Concat() implements Layer {

  @Override
  public Shape output(List<Shape> inputs) {
    Shape first = Fit.inputs(inputs, 2).get(0);
    Shape second = inputs.get(1);
    List<Integer> rest = first.sizes().subList(1, first.rank());
    Fit.require(
        rest.equals(second.sizes().subList(1, second.rank())),
        "needs inputs that differ in channels only, got " + first + " and " + second);
    List<Integer> sizes = new ArrayList<>(first.sizes());
    sizes.set(0, first.size(0) + second.size(0));
    return new Shape(sizes);
  }
}
