package io.boxfit.data.raster;

import java.util.Arrays;

/**
 * Turns outlines into coverage: the exact area of each pixel inside the shape.
 *
 * <p>Every edge adds its signed area to the pixels it crosses, and a running sum along each row
 * turns that into coverage (the accumulation buffer of Raph Levien's font-rs). Where contours of
 * one direction overlap the sum is cut at 1, which is the non-zero rule except within pixels where
 * edges of two contours cross.
 *
 * <p>Written here rather than with Java2D because pixels are a promise: Java2D samples 8 x 8 points
 * by a renderer that may change with the JDK, and costs several times as much for small shapes. One
 * thread at a time; keeps its buffer between shapes.
 */
public final class Rasterizer {
  private double[] area = new double[0];
  private int[] rowFirst = new int[0];
  private int[] rowLast = new int[0];
  private int width;
  private int height;
  private int stride;

  /** The coverage of a shape, whose points must be finite and within some thousand pixels. */
  public Coverage rasterize(Outline outline) {
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (double[] points : outline.contours()) {
      for (int i = 0; i < points.length; i += 2) {
        left = Math.min(left, points[i]);
        right = Math.max(right, points[i]);
        top = Math.min(top, points[i + 1]);
        bottom = Math.max(bottom, points[i + 1]);
      }
    }
    if (!(left < right) || !(top < bottom)) {
      return new Coverage(0, 0, 0, 0, new byte[0]);
    }
    int x = (int) Math.floor(left);
    int y = (int) Math.floor(top);
    prepare((int) Math.ceil(right) - x, (int) Math.ceil(bottom) - y);
    for (double[] points : outline.contours()) {
      int last = points.length - 2;
      double fromX = points[last] - x;
      double fromY = points[last + 1] - y;
      for (int i = 0; i < points.length; i += 2) {
        double toX = points[i] - x;
        double toY = points[i + 1] - y;
        edge(fromX, fromY, toX, toY);
        fromX = toX;
        fromY = toY;
      }
    }
    return new Coverage(x, y, width, height, sum());
  }

  private void prepare(int newWidth, int newHeight) {
    width = newWidth;
    height = newHeight;
    // One column more than pixels: an edge on the right side closes the row there.
    stride = width + 1;
    if (area.length < stride * height) {
      area = new double[stride * height];
    }
    if (rowFirst.length < height) {
      rowFirst = new int[height];
      rowLast = new int[height];
    }
    Arrays.fill(rowFirst, 0, height, Integer.MAX_VALUE);
    Arrays.fill(rowLast, 0, height, -1);
  }

  private void edge(double fromX, double fromY, double toX, double toY) {
    if (fromY == toY) {
      return;
    }
    double direction = fromY < toY ? 1 : -1;
    double upperX = fromY < toY ? fromX : toX;
    double upperY = Math.min(fromY, toY);
    double lowerY = Math.max(fromY, toY);
    double slope = (toX - fromX) / (toY - fromY);
    double x = upperX;
    for (int row = (int) upperY; row < lowerY; row++) {
      double end = Math.min(row + 1, lowerY);
      // Kept inside the grid against the last bit of rounding.
      double nextX = Math.min(Math.max(upperX + (end - upperY) * slope, 0), width);
      cross(row, Math.min(x, nextX), Math.max(x, nextX), direction * (end - Math.max(row, upperY)));
      x = nextX;
    }
  }

  /** Adds a piece of an edge within one row, from column left to column right. */
  private void cross(int row, double left, double right, double signedHeight) {
    int first = Math.min((int) left, width - 1);
    int end = Math.max((int) Math.ceil(right), first + 1);
    int at = row * stride;
    rowFirst[row] = Math.min(rowFirst[row], first);
    rowLast[row] = Math.max(rowLast[row], end);
    if (end == first + 1) {
      double beside = (left + right) / 2 - first;
      area[at + first] += signedHeight * (1 - beside);
      area[at + end] += signedHeight * beside;
      return;
    }
    // The share of the row right of the edge grows from column to column: a triangle in the first
    // pixel, trapezia between, all but a triangle in the last.
    double perColumn = 1 / (right - left);
    double before = 0;
    for (int column = first; column < end; column++) {
      double within;
      if (column == first) {
        double reach = first + 1 - left;
        within = perColumn * reach * reach / 2;
      } else if (column == end - 1) {
        double reach = right - column;
        within = 1 - perColumn * reach * reach / 2;
      } else {
        within = perColumn * (column + 0.5 - left);
      }
      area[at + column] += signedHeight * (within - before);
      before = within;
    }
    area[at + end] += signedHeight * (1 - before);
  }

  private byte[] sum() {
    byte[] alpha = new byte[width * height];
    for (int row = 0; row < height; row++) {
      double covered = 0;
      int at = row * stride;
      for (int column = rowFirst[row]; column <= rowLast[row]; column++) {
        covered += area[at + column];
        area[at + column] = 0;
        if (column < width) {
          alpha[row * width + column] = (byte) (Math.min(Math.abs(covered), 1) * 255 + 0.5);
        }
      }
    }
    return alpha;
  }
}
