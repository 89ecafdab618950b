package io.boxfit.data.letters;

import io.boxfit.core.random.RandomStream;

/** Paints a linear transition between two colours, from one corner of the canvas to another. */
final class Gradient {
  private Gradient() {}

  /** The end colour lies on the same side of the ink's luma as the start, with the contrast. */
  static void paint(Canvas canvas, RandomStream random, int start, double inkLuma) {
    double side = Math.signum(Rgb.luma(start) - inkLuma);
    int end;
    do {
      end = Rgb.any(random);
    } while ((Rgb.luma(end) - inkLuma) * side < LetterPainter.CONTRAST);
    double angle = random.nextDouble(0, 2 * Math.PI);
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    double spanX = (canvas.width - 1) * cos;
    double spanY = (canvas.height - 1) * sin;
    double least = Math.min(spanX, 0) + Math.min(spanY, 0);
    double span = Math.abs(spanX) + Math.abs(spanY);
    paint(canvas, start, end, cos / span, sin / span, -least / span);
  }

  private static void paint(
      Canvas canvas, int start, int end, double perColumn, double perRow, double origin) {
    float red = Rgb.red(start);
    float green = Rgb.green(start);
    float blue = Rgb.blue(start);
    float towardsRed = Rgb.red(end) - red;
    float towardsGreen = Rgb.green(end) - green;
    float towardsBlue = Rgb.blue(end) - blue;
    byte[] rgb = canvas.rgb;
    int at = 0;
    for (int y = 0; y < canvas.height; y++) {
      double row = origin + y * perRow;
      for (int x = 0; x < canvas.width; x++) {
        float share = (float) (row + x * perColumn);
        rgb[at] = (byte) (int) (red + share * towardsRed + 0.5f);
        rgb[at + 1] = (byte) (int) (green + share * towardsGreen + 0.5f);
        rgb[at + 2] = (byte) (int) (blue + share * towardsBlue + 0.5f);
        at += 3;
      }
    }
  }
}
