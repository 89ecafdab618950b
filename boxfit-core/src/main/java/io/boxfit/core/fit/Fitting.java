package io.boxfit.core.fit;

import io.boxfit.core.box.Box;

/**
 * Where a picture comes to lie in a network's input.
 *
 * <p>The picture is scaled to {@code contentWidth} x {@code contentHeight} whole pixels and lies in
 * the upper left corner. Boxes are scaled by exactly the same factors, so that they go there and
 * back without loss.
 *
 * @param width of the picture, px
 * @param height of the picture, px
 * @param contentWidth what the picture becomes, px, at least 1
 * @param contentHeight what the picture becomes, px, at least 1
 */
public record Fitting(int width, int height, int contentWidth, int contentHeight) {

  /**
   * Fits a picture into an input.
   *
   * <p>Letterboxed, the axis that limits fills the input and the other one becomes its size times
   * the same factor, rounded to the nearest pixel (halves up), at least 1. For example 640x480 into
   * 200x200 becomes 200x150, and 3x1000 becomes 1x200.
   *
   * @throws IllegalArgumentException if a size is not positive
   */
  public static Fitting of(Resize resize, int width, int height, int inputWidth, int inputHeight) {
    if (width < 1 || height < 1 || inputWidth < 1 || inputHeight < 1) {
      throw new IllegalArgumentException(
          "sizes must be positive, got %dx%d into %dx%d"
              .formatted(width, height, inputWidth, inputHeight));
    }
    return switch (resize) {
      case STRETCH -> new Fitting(width, height, inputWidth, inputHeight);
      case LETTERBOX ->
          (long) inputWidth * height <= (long) inputHeight * width
              ? new Fitting(width, height, inputWidth, scaled(height, inputWidth, width))
              : new Fitting(width, height, scaled(width, inputHeight, height), inputHeight);
    };
  }

  /** {@code length * to / from}, rounded; in whole numbers, as the model file computes it. */
  private static int scaled(long length, long to, long from) {
    return (int) Math.max(1, (2 * length * to + from) / (2 * from));
  }

  /** A box of the picture in pixels of the input. */
  public Box toInput(Box box) {
    double across = (double) contentWidth / width;
    double down = (double) contentHeight / height;
    return scaled(box, across, down);
  }

  /** A box of the input in pixels of the picture. */
  public Box toPicture(Box box) {
    double across = (double) width / contentWidth;
    double down = (double) height / contentHeight;
    return scaled(box, across, down);
  }

  private static Box scaled(Box box, double across, double down) {
    return new Box(box.xMin() * across, box.yMin() * down, box.xMax() * across, box.yMax() * down);
  }
}
