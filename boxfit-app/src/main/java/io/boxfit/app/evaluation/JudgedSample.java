package io.boxfit.app.evaluation;

import io.boxfit.core.metrics.Outcome;
import io.boxfit.core.overlap.Iou;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What a model said about one sample of a set; holds no pixels.
 *
 * @param index of the sample in its set, from 0
 * @param id of the sample
 * @param outcome prediction and truth
 * @param confidence of the model, 0 to 1; empty where it does not tell
 */
public record JudgedSample(int index, String id, Outcome outcome, OptionalDouble confidence) {
  private static final Iou IOU = new Iou();

  /** Of a model that does not tell how sure it is. */
  public JudgedSample(int index, String id, Outcome outcome) {
    this(index, id, outcome, OptionalDouble.empty());
  }

  /** Rejects null. */
  public JudgedSample {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(outcome, "outcome");
  }

  /** Of what the model gives out with the truth, 0 to 1. */
  public double iou() {
    return IOU.of(outcome.prediction(), outcome.truth());
  }
}
