package io.boxfit.model.layer;

import io.boxfit.model.Default;
import java.util.List;

/**
 * One box and one logit for each cell of a map: (5, h, w) to (5, h * w), rows logit, xMin, yMin,
 * xMax, yMax in pixels of the network's input.
 *
 * <p>With a cell's raw numbers (logit, dx, dy, lw, lh): the centre is the cell's own plus {@code
 * cell * (dx, dy)}, half the width is {@code halfSize * exp(clamp(lw, -4, 2))}, the height
 * likewise. So the sides are in order whatever the network says.
 *
 * @param cell pixels from one cell to the next
 * @param halfSize half the side of the box that zeros stand for, pixels
 */
public record CellBoxes(int cell, @Default("12") double halfSize) implements Layer {

  /** Bounds of the logarithms of the half-sizes: from 0.018 to 7.4 times {@code halfSize}. */
  public static final double LOG_MIN = -4;

  /** See {@link #LOG_MIN}. */
  public static final double LOG_MAX = 2;

  /**
   * @throws io.boxfit.core.BadInputException if a number is impossible
   */
  public CellBoxes {
    Fit.atLeast("cell", cell, 1);
    Fit.positive("halfSize", halfSize);
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape in = Fit.map(Fit.one(inputs));
    Fit.require(in.size(0) == 5, "needs 5 channels (logit, dx, dy, lw, lh), got " + in);
    return Shape.of(5, in.size(1) * in.size(2));
  }
}
