package io.boxfit.train.run;

import io.boxfit.core.box.Box;
import io.boxfit.core.metrics.ConstantBaseline;
import io.boxfit.train.batch.BatchPart;
import io.boxfit.train.batch.TrainingData;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The one best box for what a run trains with. */
public final class TrainingSetBaseline {
  private TrainingSetBaseline() {}

  /**
   * Fits the box to evenly spaced samples of every part, each in the proportion in which it is
   * trained with.
   */
  public static Box fit(TrainingData data) {
    int perBatch = data.parts().stream().mapToInt(BatchPart::perBatch).sum();
    List<Box> truths = new ArrayList<>();
    for (BatchPart part : data.parts()) {
      long share = (long) ConstantBaseline.LARGEST_SET * part.perBatch() / perBatch;
      int size = part.dataset().size();
      int count = (int) Math.max(1, Math.min(share, size));
      truths.addAll(
          IntStream.range(0, count)
              .parallel()
              .mapToObj(i -> part.dataset().get((int) ((long) i * size / count)).box())
              .toList());
    }
    return ConstantBaseline.fit(truths);
  }
}
