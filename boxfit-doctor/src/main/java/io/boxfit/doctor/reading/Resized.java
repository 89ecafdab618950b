package io.boxfit.doctor.reading;

import io.boxfit.core.box.Box;
import java.util.Locale;

/**
 * Numbers that speak of the picture as it was resized for a network, and were not brought back.
 *
 * @param layout what each is
 * @param canvas how the picture was laid on the other one
 * @param across how much the canvas's unit is across
 * @param down the same down
 */
public record Resized(Layout layout, Canvas canvas, double across, double down)
    implements BoxReading {

  @Override
  public Box decode(double[] four, int width, int height) {
    Box box = layout.decode(four);
    double x = canvas.unit(width, height) / across;
    double y = canvas.unit(height, width) / down;
    double left = canvas.start(width, height);
    double top = canvas.start(height, width);
    return new Box(
        left + x * box.xMin(), top + y * box.yMin(), left + x * box.xMax(), top + y * box.yMax());
  }

  @Override
  public String unit() {
    String size =
        canvas == Canvas.ZOOMED
            ? String.format(Locale.ROOT, "%.2f", across)
            : Math.round(across) + "x" + Math.round(down);
    return canvas.name().toLowerCase(Locale.ROOT) + "-" + size;
  }

  @Override
  public String words() {
    return layout.words() + ", " + scale();
  }

  private String scale() {
    if (canvas == Canvas.ZOOMED) {
      return String.format(Locale.ROOT, "pixels of a picture %.2f times as large", across);
    }
    if (canvas == Canvas.STRETCHED && isSquareOf(100)) {
      return "percent of width and height (0 to 100)";
    }
    if (canvas == Canvas.STRETCHED && isSquareOf(1_000)) {
      return "thousandths of width and height (0 to 1000)";
    }
    if (isSquareOf(1)) {
      return "shares of a square picture, " + canvas.words();
    }
    return String.format(
        Locale.ROOT, "coordinates of a %.0fx%.0f picture, %s", across, down, canvas.words());
  }

  private boolean isSquareOf(int side) {
    return across == side && down == side;
  }
}
