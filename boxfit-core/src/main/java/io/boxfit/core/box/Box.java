package io.boxfit.core.box;

/**
 * Axis-aligned rectangle in continuous pixel coordinates, x to the right, y down.
 *
 * <p>Pixel column c covers [c, c + 1): ink in columns 3..5 has {@code xMin} 3 and {@code xMax} 6. A
 * box may hold any four numbers, because networks predict any; {@link #isProper()} tells whether it
 * encloses something.
 *
 * @param xMin left side, pixels
 * @param yMin top side, pixels
 * @param xMax right side, pixels, exclusive
 * @param yMax bottom side, pixels, exclusive
 */
public record Box(double xMin, double yMin, double xMax, double yMax) {

  /** Pixels from left to right; negative where the box is inverted. */
  public double width() {
    return xMax - xMin;
  }

  /** Pixels from top to bottom; negative where the box is inverted. */
  public double height() {
    return yMax - yMin;
  }

  /** Square pixels; 0 where the box is not proper. */
  public double area() {
    return isProper() ? width() * height() : 0;
  }

  /** The middle between left and right, pixels. */
  public double centerX() {
    return (xMin + xMax) / 2;
  }

  /** The middle between top and bottom, pixels. */
  public double centerY() {
    return (yMin + yMax) / 2;
  }

  /** Whether all four sides are finite numbers. */
  public boolean isFinite() {
    return Double.isFinite(xMin)
        && Double.isFinite(yMin)
        && Double.isFinite(xMax)
        && Double.isFinite(yMax);
  }

  /** Whether all four numbers are finite, left is before right and top before bottom. */
  public boolean isProper() {
    return isFinite() && xMin < xMax && yMin < yMax;
  }

  /** Each side at the nearest whole pixel; halves go to the even one, as ONNX and PyTorch round. */
  public Box rounded() {
    return new Box(Math.rint(xMin), Math.rint(yMin), Math.rint(xMax), Math.rint(yMax));
  }
}
