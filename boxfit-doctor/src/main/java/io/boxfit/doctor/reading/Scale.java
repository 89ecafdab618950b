package io.boxfit.doctor.reading;

import io.boxfit.core.box.Box;
import java.util.Arrays;

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
  PIXELS_SWAPPED("pixels scaled by the wrong side: x by the height, y by the width"),
  /** Logits: shares before the sigmoid that belongs behind them. */
  LOGITS("logits that still need a sigmoid, then shares of width and height");

  private final String words;

  Scale(String words) {
    this.words = words;
  }

  /** What it is, for people. */
  public String words() {
    return words;
  }

  /** The numbers that a layout orders: themselves, or what a sigmoid makes of them. */
  double[] activated(double[] four) {
    return this == LOGITS ? Arrays.stream(four).map(v -> 1 / (1 + Math.exp(-v))).toArray() : four;
  }

  /** A box in pixels of a picture of that size. */
  Box pixels(Box box, double width, double height) {
    return switch (this) {
      case PIXELS -> box;
      case RELATIVE, LOGITS -> scaled(box, width, height);
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
