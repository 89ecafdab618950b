package io.boxfit.data.letters;

import io.boxfit.core.random.RandomStream;
import io.boxfit.data.raster.Outline;
import io.boxfit.data.raster.Rasterizer;
import java.util.List;

/**
 * Paints 3 to 10 lines (two in five), rectangles and ellipses, filled or outlined, up to 70 x 50
 * px, partly off the canvas.
 *
 * <p>Drawn by the same rasteriser as the letter and at places between whole pixels, so that the
 * edges do not tell which shape is the letter.
 */
final class Clutter {
  private static final int OUTSIDE = 10;
  private static final int ELLIPSE_CORNERS = 96;
  private static final double[] UNIT_CIRCLE = unitCircle();

  private Clutter() {}

  static void paint(Canvas canvas, RandomStream random, Rasterizer rasterizer, double inkLuma) {
    int count = random.nextInt(3, 10);
    for (int i = 0; i < count; i++) {
      int colour = Rgb.contrasting(random, inkLuma, LetterPainter.CONTRAST);
      canvas.blend(rasterizer.rasterize(shape(canvas, random)), colour);
    }
  }

  private static Outline shape(Canvas canvas, RandomStream random) {
    int kind = random.nextInt(10);
    double x = random.nextDouble(-OUTSIDE, canvas.width + OUTSIDE);
    double y = random.nextDouble(-OUTSIDE, canvas.height + OUTSIDE);
    if (kind < 4) {
      double toX = random.nextDouble(-OUTSIDE, canvas.width + OUTSIDE);
      double toY = random.nextDouble(-OUTSIDE, canvas.height + OUTSIDE);
      return line(x, y, toX, toY, random.nextDouble(1, 4));
    }
    boolean ellipse = kind < 7;
    double width = random.nextDouble(6, 70);
    double height = random.nextDouble(6, 50);
    double[] outer = ring(ellipse, x, y, width, height);
    if (random.nextBoolean(0.5)) {
      return new Outline(List.of(outer));
    }
    double stroke = random.nextDouble(1, 3);
    double[] inner = ring(ellipse, x + stroke, y + stroke, width - 2 * stroke, height - 2 * stroke);
    return new Outline(List.of(outer, reversed(inner)));
  }

  private static Outline line(double x, double y, double toX, double toY, double thickness) {
    double length = Math.sqrt((toX - x) * (toX - x) + (toY - y) * (toY - y));
    double acrossX = (toY - y) / length * thickness / 2;
    double acrossY = (x - toX) / length * thickness / 2;
    return new Outline(
        List.of(
            new double[] {
              x + acrossX,
              y + acrossY,
              toX + acrossX,
              toY + acrossY,
              toX - acrossX,
              toY - acrossY,
              x - acrossX,
              y - acrossY
            }));
  }

  private static double[] ring(boolean ellipse, double x, double y, double width, double height) {
    if (!ellipse) {
      return new double[] {x, y, x + width, y, x + width, y + height, x, y + height};
    }
    double[] ring = new double[UNIT_CIRCLE.length];
    for (int i = 0; i < ring.length; i += 2) {
      ring[i] = x + width * (1 + UNIT_CIRCLE[i]) / 2;
      ring[i + 1] = y + height * (1 + UNIT_CIRCLE[i + 1]) / 2;
    }
    return ring;
  }

  private static double[] reversed(double[] points) {
    double[] reversed = new double[points.length];
    for (int i = 0; i < points.length; i += 2) {
      reversed[i] = points[points.length - 2 - i];
      reversed[i + 1] = points[points.length - 1 - i];
    }
    return reversed;
  }

  private static double[] unitCircle() {
    double[] circle = new double[2 * ELLIPSE_CORNERS];
    for (int i = 0; i < ELLIPSE_CORNERS; i++) {
      circle[2 * i] = StrictMath.cos(2 * StrictMath.PI * i / ELLIPSE_CORNERS);
      circle[2 * i + 1] = StrictMath.sin(2 * StrictMath.PI * i / ELLIPSE_CORNERS);
    }
    return circle;
  }
}
