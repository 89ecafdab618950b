package io.boxfit.model.layer;

import java.util.List;

/**
 * Moves each side of a box to where its strip shows the object to begin: four rows of logits (1,
 * length) and the box (4) that {@link SideStrips} looked along, to a box (4).
 *
 * <p>Place j of a strip is the first that belongs to the object; its expectation E under a softmax
 * moves the side by {@code E - length / 2} pixels towards the inside.
 */
public record SideOffsets() implements Layer {

  @Override
  public Shape output(List<Shape> inputs) {
    Shape logits = Fit.row(Fit.inputs(inputs, 2).get(0));
    Fit.require(
        logits.size(0) == 1 && logits.size(1) % 2 == 0,
        "needs one row of logits of an even length, got " + logits);
    return Fit.box(inputs.get(1));
  }

  @Override
  public int rows(List<Integer> inputs) {
    Fit.require(
        inputs.get(0) == SideStrips.SIDES * inputs.get(1),
        "needs four rows of logits for each box, got " + inputs);
    return inputs.get(1);
  }
}
