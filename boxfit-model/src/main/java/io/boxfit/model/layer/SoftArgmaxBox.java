package io.boxfit.model.layer;

import java.util.List;

/**
 * Four sides from their distributions: (2, n) along x, (2, n) along y and the window (4) that was
 * looked into, to a box (4) in pixels.
 *
 * <p>Row 0 holds the logits of the first place that belongs to the object, row 1 those of the last.
 * A softmax over the n places gives each side's expected place u (soft-argmax; Nibali et al., arXiv
 * 1801.07372); with s = window size / n, the low side is {@code low + u s}, the high side {@code
 * low + (u + 1) s}.
 */
public record SoftArgmaxBox() implements Layer {

  @Override
  public Shape output(List<Shape> inputs) {
    Shape alongX = Fit.row(Fit.inputs(inputs, 3).get(0));
    Shape alongY = Fit.row(inputs.get(1));
    Fit.require(
        alongX.size(0) == 2 && alongX.equals(alongY),
        "needs two rows of logits along x and along y alike, got " + alongX + " and " + alongY);
    return Fit.box(inputs.get(2));
  }
}
