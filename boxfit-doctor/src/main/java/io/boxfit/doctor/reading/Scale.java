package io.boxfit.doctor.reading;

import io.boxfit.core.box.Box;

/** What four numbers are counted in, beyond the units that are in proper use. */
public enum Scale {
  /** Pixels. */
  PIXELS("pixels"),
  /** x in shares of the width, y of the height. */
  RELATIVE("shares of width and height"),
  /** From -1 at the left and top to 1 at the right and bottom. */
  SIGNED("-1 to 1 across the picture"),
  /** Shares, x of the height and y of the width. */
  RELATIVE_SWAPPED("shares scaled by the wrong side: x by the height, y by the width"),
  /** Pixels that were made so from shares. */
  PIXELS_SWAPPED("pixels scaled by the wrong side: x by the height, y by the width");

  private final String words;

  Scale(String words) {
    this.words = words;
  }

  /** What it is, for people. */
  public String words() {
    return words;
  }

  /** A box in pixels of a picture of that size. */
  Box pixels(Box box, double width, double height) {
    return switch (this) {
      case PIXELS -> box;
      case RELATIVE -> scaled(box, width, height);
      case SIGNED ->
          scaled(
              new Box(
                  (box.xMin() + 1) / 2,
                  (box.yMin() + 1) / 2,
                  (box.xMax() + 1) / 2,
                  (box.yMax() + 1) / 2),
              width,
              height);
      case RELATIVE_SWAPPED -> scaled(box, height, width);
      case PIXELS_SWAPPED -> scaled(box, width / height, height / width);
    };
  }

  private static Box scaled(Box box, double x, double y) {
    return new Box(box.xMin() * x, box.yMin() * y, box.xMax() * x, box.yMax() * y);
  }
}
