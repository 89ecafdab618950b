package io.boxfit.data.raster;

import io.boxfit.core.box.Box;
import java.util.Optional;

/**
 * How much of each pixel a shape covers, over the smallest grid of pixels that holds the shape.
 *
 * @param x column of the grid's left side in the plane the shape was given in, may be negative
 * @param y row of the grid's top
 * @param width columns, 0 where the shape is empty
 * @param height rows
 * @param alpha row by row, 0 (not covered) to 255 (covered), linear in the area
 */
@SuppressWarnings("ArrayRecordComponent")
public record Coverage(int x, int y, int width, int height, byte[] alpha) {

  /** From this value on a pixel is covered by half or more. */
  public static final int HALF = 128;

  /** The same shape further right and down by whole pixels. */
  public Coverage movedTo(int newX, int newY) {
    return new Coverage(newX, newY, width, height, alpha);
  }

  /** The tight box of the pixels covered by half or more; empty where there is none. */
  public Optional<Box> ink() {
    int left = width;
    int right = -1;
    int top = height;
    int bottom = -1;
    for (int row = 0; row < height; row++) {
      int start = row * width;
      int first = 0;
      while (first < width && (alpha[start + first] & 0xFF) < HALF) {
        first++;
      }
      if (first == width) {
        continue;
      }
      int last = width - 1;
      while ((alpha[start + last] & 0xFF) < HALF) {
        last--;
      }
      left = Math.min(left, first);
      right = Math.max(right, last);
      top = Math.min(top, row);
      bottom = row;
    }
    return bottom < 0
        ? Optional.empty()
        : Optional.of(new Box(x + left, y + top, x + right + 1, y + bottom + 1));
  }
}
