package io.boxfit.doctor.reading;

import io.boxfit.core.box.Box;

/**
 * Where a picture lies in a network's input: {@code input = picture * scale + offset}, each axis by
 * itself.
 *
 * @param pictureWidth px
 * @param pictureHeight px
 * @param inputWidth px
 * @param inputHeight px
 * @param scaleX px of the input for one of the picture, across
 * @param scaleY the same, down
 * @param left where the picture begins in the input, px
 * @param top the same from above
 */
public record Placement(
    int pictureWidth,
    int pictureHeight,
    int inputWidth,
    int inputHeight,
    double scaleX,
    double scaleY,
    double left,
    double top) {

  /** A picture in its own size. */
  public static Placement unscaled(int width, int height) {
    return new Placement(width, height, width, height, 1, 1, 0, 0);
  }

  /** A box of the picture in pixels of the input. */
  public Box toInput(Box box) {
    return new Box(
        box.xMin() * scaleX + left,
        box.yMin() * scaleY + top,
        box.xMax() * scaleX + left,
        box.yMax() * scaleY + top);
  }

  /** A box of the input in pixels of the picture. */
  public Box toPicture(Box box) {
    return new Box(
        (box.xMin() - left) / scaleX,
        (box.yMin() - top) / scaleY,
        (box.xMax() - left) / scaleX,
        (box.yMax() - top) / scaleY);
  }
}
