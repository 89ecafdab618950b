package io.boxfit.data.resize;

/** Which places of an axis make each place of its resized one, and by what weights. */
final class Filter {
  private final int[] first;
  private final float[][] weights;

  /**
   * The triangle filter.
   *
   * @param from places of the axis
   * @param to places of the resized one
   */
  Filter(int from, int to) {
    first = new int[to];
    weights = new float[to][];
    double step = (double) from / to;
    double reach = Math.max(1, step);
    for (int i = 0; i < to; i++) {
      double centre = (i + 0.5) * step;
      int low = (int) Math.floor(centre - reach + 0.5);
      int high = (int) Math.floor(centre + reach + 0.5);
      first[i] = Math.max(0, low);
      weights[i] = triangle(low, high, from, centre, reach);
    }
  }

  /** What lies beyond an end counts as the last place before it. */
  private static float[] triangle(int low, int high, int from, double centre, double reach) {
    int first = Math.max(0, low);
    double[] exact = new double[Math.min(from, high) - first];
    double sum = 0;
    for (int k = low; k < high; k++) {
      double weight = Math.max(0, 1 - Math.abs(k + 0.5 - centre) / reach);
      exact[Math.max(0, Math.min(from - 1, k)) - first] += weight;
      sum += weight;
    }
    float[] weights = new float[exact.length];
    for (int k = 0; k < exact.length; k++) {
      weights[k] = (float) (exact[k] / sum);
    }
    return weights;
  }

  /** Places of the resized axis. */
  int size() {
    return first.length;
  }

  /** The first place that counts for one of the resized axis. */
  int first(int place) {
    return first[place];
  }

  /** Weights from {@link #first} on; they sum to 1. */
  float[] weights(int place) {
    return weights[place];
  }
}
