package io.boxfit.data.image;

import io.boxfit.core.box.Box;
import io.boxfit.data.Picture;

/**
 * A picture with its box: a bright line between two dark ones, outside the box, so that it is seen
 * on any ground and hides nothing of the object.
 */
public final class BoxDrawing {
  /** Of a dashed line, px: dash and gap, and the dash alone. */
  private static final int PERIOD = 10;

  private static final int DASH = 6;

  private final Picture picture;
  private final Outline.Line line;

  private BoxDrawing(Picture picture, Outline.Line line) {
    this.picture = picture;
    this.line = line;
  }

  /**
   * The bytes of a PNG.
   *
   * @param picture is drawn on, because a copy of a large one takes much memory
   * @param box nothing is drawn where it is not proper
   */
  public static byte[] png(Picture picture, Box box) {
    onto(picture, box);
    return PictureWriter.png(picture);
  }

  /**
   * Draws into the picture's own pixels.
   *
   * @param box in pixels of the picture; nothing is drawn where it is not proper
   */
  public static void onto(Picture picture, Box box) {
    onto(picture, new Outline(box, Outline.Line.PLAIN));
  }

  /** Draws into the picture's own pixels; several may lie upon each other. */
  public static void onto(Picture picture, Outline outline) {
    if (outline.box().isProper()) {
      new BoxDrawing(picture, outline.line()).draw(outline.box());
    }
  }

  private void draw(Box box) {
    int width = Math.max(1, Math.round(Math.max(picture.width(), picture.height()) / 400f));
    int left = (int) Math.rint(Math.max(-1, Math.min(picture.width() + 1, box.xMin())));
    int top = (int) Math.rint(Math.max(-1, Math.min(picture.height() + 1, box.yMin())));
    int right = (int) Math.rint(Math.max(-1, Math.min(picture.width() + 1, box.xMax())));
    int bottom = (int) Math.rint(Math.max(-1, Math.min(picture.height() + 1, box.yMax())));
    int bright = line.thickness() * width;
    for (int out = bright + 2 * width; out >= 1; out--) {
      boolean middle = out > width && out <= width + bright;
      frame(left - out, top - out, right + out - 1, bottom + out - 1, middle);
    }
  }

  /** One pixel wide; both corners belong to it; what lies outside the picture is left out. */
  private void frame(int left, int top, int right, int bottom, boolean bright) {
    for (int x = left; x <= right; x++) {
      dot(x, top, bright);
      dot(x, bottom, bright);
    }
    for (int y = top; y <= bottom; y++) {
      dot(left, y, bright);
      dot(right, y, bright);
    }
  }

  private void dot(int x, int y, boolean bright) {
    if (line == Outline.Line.TRUE && Math.floorMod(x + y, PERIOD) >= DASH) {
      return;
    }
    if (x >= 0 && y >= 0 && x < picture.width() && y < picture.height()) {
      int at = (y * picture.width() + x) * picture.channels();
      for (int channel = 0; channel < picture.channels(); channel++) {
        picture.pixels()[at + channel] = (byte) (bright ? line.level(channel) : 0);
      }
    }
  }
}
