package io.boxfit.data.letters;

import io.boxfit.core.random.RandomStream;

/**
 * Paints a colour with independent normal noise in every pixel and channel.
 *
 * <p>Sixty thousand normal numbers a picture are too many for logarithms and cosines: twelve bits
 * choose one of 4,096 equally likely values, five of them out of each draw. The steps between the
 * values stay below a grey level but for the outermost ones.
 */
final class Noise {
  private static final int BITS = 12;
  private static final int VALUES = 1 << BITS;
  private static final int MASK = VALUES - 1;
  private static final double[] NORMAL = normalQuantiles();

  private Noise() {}

  static void paint(Canvas canvas, RandomStream random, int colour) {
    double sigma = random.nextDouble(5, 30);
    byte[] red = shades(Rgb.red(colour), sigma);
    byte[] green = shades(Rgb.green(colour), sigma);
    byte[] blue = shades(Rgb.blue(colour), sigma);
    byte[] rgb = canvas.rgb;
    // Five pixels take fifteen values: three draws of five.
    int whole = rgb.length - rgb.length % 15;
    int at = 0;
    for (; at < whole; at += 15) {
      long a = random.nextLong();
      long b = random.nextLong();
      long c = random.nextLong();
      rgb[at] = red[nth(a, 0)];
      rgb[at + 1] = green[nth(a, 1)];
      rgb[at + 2] = blue[nth(a, 2)];
      rgb[at + 3] = red[nth(a, 3)];
      rgb[at + 4] = green[nth(a, 4)];
      rgb[at + 5] = blue[nth(b, 0)];
      rgb[at + 6] = red[nth(b, 1)];
      rgb[at + 7] = green[nth(b, 2)];
      rgb[at + 8] = blue[nth(b, 3)];
      rgb[at + 9] = red[nth(b, 4)];
      rgb[at + 10] = green[nth(c, 0)];
      rgb[at + 11] = blue[nth(c, 1)];
      rgb[at + 12] = red[nth(c, 2)];
      rgb[at + 13] = green[nth(c, 3)];
      rgb[at + 14] = blue[nth(c, 4)];
    }
    for (; at < rgb.length; at += 3) {
      long a = random.nextLong();
      rgb[at] = red[nth(a, 0)];
      rgb[at + 1] = green[nth(a, 1)];
      rgb[at + 2] = blue[nth(a, 2)];
    }
  }

  private static int nth(long draw, int n) {
    return (int) (draw >>> (n * BITS)) & MASK;
  }

  /** What each of the equally likely values makes of a channel: rounded and clipped. */
  private static byte[] shades(int channel, double sigma) {
    byte[] shades = new byte[VALUES];
    for (int i = 0; i < VALUES; i++) {
      double shade = channel + sigma * NORMAL[i] + 0.5;
      shades[i] = (byte) (int) Math.min(Math.max(shade, 0), 255);
    }
    return shades;
  }

  /** The standard normal quantiles at (i + 1/2) / VALUES, by bisection. */
  private static double[] normalQuantiles() {
    double[] quantiles = new double[VALUES];
    for (int i = 0; i < VALUES / 2; i++) {
      double target = 0.5 - (i + 0.5) / VALUES;
      double low = 0;
      double high = 8;
      for (int step = 0; step < 50; step++) {
        double middle = (low + high) / 2;
        if (normalAbove0(middle) < target) {
          low = middle;
        } else {
          high = middle;
        }
      }
      quantiles[i] = -low;
      quantiles[VALUES - 1 - i] = low;
    }
    return quantiles;
  }

  /**
   * The standard normal probability of [0, x], x in [0, 8]: Marsaglia, "Evaluating the Normal
   * Distribution", Journal of Statistical Software 11 (2004).
   */
  private static double normalAbove0(double x) {
    double term = x;
    double sum = x;
    for (int i = 3; term > 1e-17 * sum; i += 2) {
      term *= x * x / i;
      sum += term;
    }
    return sum * StrictMath.exp(-x * x / 2) / StrictMath.sqrt(2 * StrictMath.PI);
  }
}
