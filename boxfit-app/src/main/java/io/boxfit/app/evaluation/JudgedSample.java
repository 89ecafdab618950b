package io.boxfit.app.evaluation;

import io.boxfit.core.metrics.Outcome;
import io.boxfit.core.overlap.Iou;
import java.util.Objects;

/**
 * What a model said about one sample of a set; holds no pixels.
 *
 * @param index of the sample in its set, from 0
 * @param id of the sample
 * @param outcome prediction and truth
 */
public record JudgedSample(int index, String id, Outcome outcome) {
  private static final Iou IOU = new Iou();

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
