package io.boxfit.doctor.reading;

import io.boxfit.core.box.Box;

/**
 * What is true of a picture.
 *
 * @param box a proper one, px
 * @param width of the picture, px
 * @param height of the picture, px
 */
public record Truth(Box box, int width, int height) {

  /** A box of this picture as it lies where the picture is stretched to another size. */
  public Box stretched(Box any, int toWidth, int toHeight) {
    if (toWidth == width && toHeight == height) {
      return any;
    }
    double across = (double) toWidth / width;
    double down = (double) toHeight / height;
    return new Box(any.xMin() * across, any.yMin() * down, any.xMax() * across, any.yMax() * down);
  }
}
