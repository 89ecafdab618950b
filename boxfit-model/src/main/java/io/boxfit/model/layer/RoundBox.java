package io.boxfit.model.layer;

import java.util.List;

/**
 * Each side of a box at the nearest whole pixel, halves at the even one. No gradient passes.
 *
 * <p>What looks along a side can then start at the border between two pixels. In training the loss
 * moves sides that are too far off near the truth ({@code CoarseToFineLoss}).
 */
public record RoundBox() implements Layer {

  @Override
  public Shape output(List<Shape> inputs) {
    return Fit.box(Fit.one(inputs));
  }
}
