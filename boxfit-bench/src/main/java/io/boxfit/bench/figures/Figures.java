package io.boxfit.bench.figures;

import java.util.List;

/**
 * What several rounds of one measurement say.
 *
 * @param min the smallest value
 * @param median the middle value; the mean of the middle two where their number is even
 * @param max the largest value
 */
public record Figures(double min, double median, double max) {

  /**
   * The figures of some values.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Figures of(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no values, no figures");
    }
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Figures(sorted[0], median, sorted[sorted.length - 1]);
  }
}
