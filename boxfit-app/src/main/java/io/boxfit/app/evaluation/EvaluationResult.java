package io.boxfit.app.evaluation;

import io.boxfit.core.metrics.Metrics;
import java.util.List;

/**
 * How good a model file is on a set of samples.
 *
 * @param metrics over all samples
 * @param samples what was said about each, in the order of the set
 * @param seconds from the first sample to the last box, making or reading the pictures included
 */
public record EvaluationResult(Metrics metrics, List<JudgedSample> samples, double seconds) {

  /** Copies the list. */
  public EvaluationResult {
    samples = List.copyOf(samples);
  }

  /** Samples by seconds. */
  public double imagesPerSecond() {
    return samples.size() / Math.max(seconds, 1e-9);
  }
}
