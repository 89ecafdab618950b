package io.boxfit.core.box;

import java.util.Objects;

/**
 * How four numbers of a file or network are to be read: their order and their unit.
 *
 * @param format which number is what
 * @param unit pixels, or shares of the image's width and height
 */
public record BoxEncoding(BoxFormat format, BoxUnit unit) {

  /** Neither may be null. */
  public BoxEncoding {
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(unit, "unit");
  }

  /**
   * The box in pixels that four numbers stand for.
   *
   * @param four the numbers; not written to
   * @param width of the image, px, positive
   * @param height of the image, px, positive
   */
  public Box decode(double[] four, int width, int height) {
    Box box = format.decode(four);
    return switch (unit) {
      case PIXELS -> box;
      case RELATIVE ->
          new Box(box.xMin() * width, box.yMin() * height, box.xMax() * width, box.yMax() * height);
    };
  }

  /**
   * The four numbers that stand for a box in pixels.
   *
   * @param width of the image, px, positive
   * @param height of the image, px, positive
   */
  public double[] encode(Box box, int width, int height) {
    return format.encode(
        switch (unit) {
          case PIXELS -> box;
          case RELATIVE ->
              new Box(
                  box.xMin() / width, box.yMin() / height, box.xMax() / width, box.yMax() / height);
        });
  }
}
