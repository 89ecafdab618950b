package io.boxfit.model.layer;

import java.util.List;

/**
 * Decides between candidates after each was looked at closely: boxes (4), scores (1, 1) and the
 * candidates (5) as TopCells gave them, to one box (4) for each picture.
 *
 * <p>A score is the logit of "this is the object"; the candidate with the highest sum of score and
 * own logit wins (in training there is one candidate, which passes): the rough look says how likely
 * a place is, the close one how much it looks like it.
 */
public record BestCandidate() implements Layer {

  @Override
  public Shape output(List<Shape> inputs) {
    Shape box = Fit.box(Fit.inputs(inputs, 3).get(0));
    Fit.require(inputs.get(1).equals(Shape.of(1, 1)), "needs a score of 1x1, got " + inputs.get(1));
    Fit.require(
        inputs.get(2).equals(Shape.of(5)), "needs candidates (5 numbers), got " + inputs.get(2));
    return box;
  }

  @Override
  public int rows(List<Integer> inputs) {
    Layer.super.rows(inputs);
    return 1;
  }
}
