package io.boxfit.data.check;

import io.boxfit.data.Picture;
import io.boxfit.data.image.Thumbnail;
import java.util.Arrays;

/**
 * What stays of a picture when it is saved anew, resized or made a little lighter.
 *
 * @param hash 64 bits, of which copies share nearly all: the signs of the lowest frequencies
 *     against their median (the "pHash" of C. Zauner, Implementation and Benchmarking of Perceptual
 *     Image Hash Functions, 2010)
 * @param thumbnail {@code SIDE x SIDE} gray values, row by row
 */
@SuppressWarnings("ArrayRecordComponent")
record Fingerprint(long hash, byte[] thumbnail) {
  /** Columns and rows of the thumbnail. */
  static final int SIDE = 16;

  private static final int SAME_GRAY = 4;
  private static final int GRID = 32;
  private static final int FREQUENCIES = 8;
  private static final double[][] COSINES = cosines();

  static Fingerprint of(Picture picture) {
    double[] gray = Thumbnail.gray(picture, GRID);
    byte[] thumbnail = new byte[SIDE * SIDE];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        int at = 2 * y * GRID + 2 * x;
        double mean = (gray[at] + gray[at + 1] + gray[at + GRID] + gray[at + GRID + 1]) / 4;
        thumbnail[y * SIDE + x] = (byte) (int) Math.rint(mean);
      }
    }
    return new Fingerprint(hash(gray), thumbnail);
  }

  /** How many bits of the hashes differ, 0 to 64. */
  int distance(Fingerprint other) {
    return Long.bitCount(hash ^ other.hash);
  }

  /**
   * Correlation of the thumbnails, -1 to 1; of flat ones 1 if both are and of nearly the same gray,
   * else 0.
   */
  double correlation(Fingerprint other) {
    double n = thumbnail.length;
    double a = 0;
    double b = 0;
    double aa = 0;
    double bb = 0;
    double ab = 0;
    for (int i = 0; i < thumbnail.length; i++) {
      int x = thumbnail[i] & 0xFF;
      int y = other.thumbnail[i] & 0xFF;
      a += x;
      b += y;
      aa += x * x;
      bb += y * y;
      ab += x * y;
    }
    double varianceA = aa - a * a / n;
    double varianceB = bb - b * b / n;
    if (varianceA == 0 || varianceB == 0) {
      return varianceA == varianceB && Math.abs(a - b) <= SAME_GRAY * n ? 1 : 0;
    }
    return (ab - a * b / n) / Math.sqrt(varianceA * varianceB);
  }

  private static long hash(double[] gray) {
    double[] low = new double[FREQUENCIES * FREQUENCIES];
    double[] row = new double[FREQUENCIES * GRID];
    for (int y = 0; y < GRID; y++) {
      for (int u = 0; u < FREQUENCIES; u++) {
        double sum = 0;
        for (int x = 0; x < GRID; x++) {
          sum += COSINES[u][x] * gray[y * GRID + x];
        }
        row[u * GRID + y] = sum;
      }
    }
    for (int v = 0; v < FREQUENCIES; v++) {
      for (int u = 0; u < FREQUENCIES; u++) {
        double sum = 0;
        for (int y = 0; y < GRID; y++) {
          sum += COSINES[v][y] * row[u * GRID + y];
        }
        low[v * FREQUENCIES + u] = sum;
      }
    }
    // The mean brightness says nothing.
    double[] sorted = Arrays.copyOfRange(low, 1, low.length);
    Arrays.sort(sorted);
    double median = sorted[sorted.length / 2];
    long bits = 0;
    for (int i = 1; i < low.length; i++) {
      bits |= low[i] > median ? 1L << i : 0;
    }
    return bits;
  }

  private static double[][] cosines() {
    double[][] cosines = new double[FREQUENCIES][GRID];
    for (int u = 0; u < FREQUENCIES; u++) {
      for (int x = 0; x < GRID; x++) {
        cosines[u][x] = Math.cos(Math.PI * u * (2 * x + 1) / (2.0 * GRID));
      }
    }
    return cosines;
  }
}
