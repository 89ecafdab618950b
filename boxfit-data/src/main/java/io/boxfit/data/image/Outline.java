package io.boxfit.data.image;

import io.boxfit.core.box.Box;

/**
 * A box to be drawn.
 *
 * @param box px; nothing is drawn where it is not proper
 * @param line how it looks
 */
public record Outline(Box box, Line line) {

  /** How lines look: bright between two dark ones. */
  public enum Line {
    /** Orange: the one box of a picture. */
    PLAIN(255, 80, 0, 1),
    /** Orange: what was said of it. */
    SAID(255, 80, 0, 2),
    /** Blue, with gaps through which a line below it is seen: what is true. */
    TRUE(53, 195, 255, 2);

    private final int red;
    private final int green;
    private final int blue;
    private final int thickness;

    Line(int red, int green, int blue, int thickness) {
      this.red = red;
      this.green = green;
      this.blue = blue;
      this.thickness = thickness;
    }

    /** Of the bright line; that of a dark one is 1. */
    int thickness() {
      return thickness;
    }

    /** Red, green or blue, 0 to 255. */
    int level(int channel) {
      return channel == 0 ? red : channel == 1 ? green : blue;
    }
  }
}
