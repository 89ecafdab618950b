package io.boxfit.bench.doctor;

import io.boxfit.data.Picture;
import io.boxfit.doctor.evidence.Evidence;
import io.boxfit.doctor.evidence.TraceHistory;
import java.util.List;
import java.util.Optional;

/**
 * A small PyTorch program that was run.
 *
 * @param trace of it
 * @param pictures the first of those that it is probed by, none of which it is trained on
 */
public record PyTorchTraining(TraceHistory trace, List<Picture> pictures) implements Trained {

  /** Copies the list. */
  public PyTorchTraining {
    pictures = List.copyOf(pictures);
  }

  @Override
  public Evidence evidence() {
    return Evidence.of(Optional.empty(), trace);
  }

  @Override
  public double meanIou() {
    return predictions().metrics().meanIou();
  }
}
