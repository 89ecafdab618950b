package io.boxfit.train.loop;

import io.boxfit.core.box.Box;
import io.boxfit.core.trace.Look;
import io.boxfit.train.batch.Batch;
import java.util.ArrayList;
import java.util.List;

/** What a network says about samples that it is about to be trained with, as it would be used. */
final class TrainedBoxes {
  private static final int MOST = 64;

  private TrainedBoxes() {}

  static Look.Trained look(Workers workers, float[] weights, Batch batch, boolean wholePixels) {
    int count = Math.min(MOST, batch.size());
    float[] numbers = workers.predict(weights, batch.images(), count);
    List<Box> truth = new ArrayList<>(count);
    List<Box> predicted = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      truth.add(SampleBoxes.box(batch.boxes(), i));
      Box box = SampleBoxes.box(numbers, i);
      predicted.add(wholePixels ? box.rounded() : box);
    }
    return new Look.Trained(batch.step() + 1, truth, predicted);
  }
}
