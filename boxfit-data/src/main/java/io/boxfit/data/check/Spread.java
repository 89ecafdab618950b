package io.boxfit.data.check;

import java.util.Arrays;

/** How numbers are spread; all 0 where there are none. */
public record Spread(double min, double median, double mean, double max) {

  static Spread of(double[] values) {
    if (values.length == 0) {
      return new Spread(0, 0, 0, 0);
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Spread(
        sorted[0], median, Arrays.stream(sorted).average().orElse(0), sorted[sorted.length - 1]);
  }
}
