package io.boxfit.app.evaluation;

import io.boxfit.core.metrics.Metrics;
import java.util.List;

/**
 * How good a model file is on a set of samples.
 *
 * @param metrics over all samples
 * @param samples what was said about each, in the order of the set
 * @param seconds from the first sample to the last box, making or reading the pictures included
 * @param absent how sure the model is of its box on pictures that do not show the object
 */
public record EvaluationResult(
    Metrics metrics, List<JudgedSample> samples, double seconds, List<Double> absent) {

  /** Copies the lists. */
  public EvaluationResult {
    samples = List.copyOf(samples);
    absent = List.copyOf(absent);
  }

  /** On pictures that all show the object. */
  public EvaluationResult(Metrics metrics, List<JudgedSample> samples, double seconds) {
    this(metrics, samples, seconds, List.of());
  }

  /** The same with pictures that do not show the object. */
  public EvaluationResult with(List<Double> confidences) {
    return new EvaluationResult(metrics, samples, seconds, confidences);
  }

  /** Samples by seconds. */
  public double imagesPerSecond() {
    return samples.size() / Math.max(seconds, 1e-9);
  }
}
