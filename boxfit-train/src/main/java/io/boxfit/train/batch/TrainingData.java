package io.boxfit.train.batch;

import io.boxfit.data.Dataset;
import java.util.List;

/**
 * What a run trains with.
 *
 * @param parts what each batch is made of
 * @param probe fixed samples that are looked at again and again: the first 256 by probes, the first
 *     1,000 at the end of epochs where a recipe monitors them
 * @param probeSplit where they come from: {@code validation} or {@code train}
 * @param digest identifies all samples
 */
public record TrainingData(List<BatchPart> parts, Dataset probe, String probeSplit, String digest) {

  /** Copies the list. */
  public TrainingData {
    parts = List.copyOf(parts);
  }
}
