package io.boxfit.doctor.evidence;

import java.util.Arrays;

/**
 * Mean and spread of some numbers.
 *
 * @param mean their mean
 * @param deviation their standard deviation, of all of them
 */
public record Moments(double mean, double deviation) {

  /** Of at least one number. */
  public static Moments of(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return new Moments(mean, Math.sqrt(squares / values.length));
  }
}
