package io.boxfit.model.layer;

import java.util.List;

/**
 * The box of the cell with the highest logit: (5, cells) to (4). No gradient passes.
 *
 * <p>In training the loss may put another box in its place, so that what follows learns from the
 * first step on ({@code CoarseToFineLoss}).
 */
public record BestCell() implements Layer {

  @Override
  public Shape output(List<Shape> inputs) {
    Shape in = Fit.row(Fit.one(inputs));
    Fit.require(in.size(0) == 5, "needs cells of 5 numbers (logit and box), got " + in);
    return Shape.of(4);
  }
}
