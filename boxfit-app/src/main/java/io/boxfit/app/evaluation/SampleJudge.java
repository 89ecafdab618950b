package io.boxfit.app.evaluation;

import io.boxfit.core.BadInputException;
import io.boxfit.core.box.Box;
import io.boxfit.core.metrics.Outcome;
import io.boxfit.data.Dataset;
import io.boxfit.data.Picture;
import io.boxfit.data.Sample;
import io.boxfit.predict.ModelInfo;
import io.boxfit.predict.PixelBatch;
import io.boxfit.predict.Prediction;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes samples and asks the model about them, batch by batch; for one thread. */
final class SampleJudge {
  /** Bounds the memory where pictures are large. */
  private static final long BATCH_BYTES = 16 << 20;

  private final Dataset data;
  private final ModelInfo info;
  private final Function<PixelBatch, List<Prediction>> model;
  private ByteBuffer buffer = ByteBuffer.allocateDirect(0);

  SampleJudge(Dataset data, ModelInfo info, Function<PixelBatch, List<Prediction>> model) {
    this.data = data;
    this.info = info;
    this.model = model;
  }

  /**
   * Samples from one index to another, exclusive, in their order; neighbours of equal size go
   * through the model together.
   */
  List<JudgedSample> judge(int from, int to) {
    List<JudgedSample> judged = new ArrayList<>(to - from);
    List<Sample> batch = new ArrayList<>();
    for (int i = from; i < to; i++) {
      Sample sample = data.get(i);
      if (!sample.box().isProper()) {
        throw new BadInputException(
            sample.id() + ": its true box encloses nothing: " + sample.box() + "; correct it");
      }
      if (!batch.isEmpty() && !fits(sample.picture(), batch)) {
        predict(batch, i - batch.size(), judged);
        batch.clear();
      }
      batch.add(sample);
    }
    if (!batch.isEmpty()) {
      predict(batch, to - batch.size(), judged);
    }
    return judged;
  }

  private boolean fits(Picture picture, List<Sample> batch) {
    Picture first = batch.get(0).picture();
    return picture.width() == first.width()
        && picture.height() == first.height()
        && (batch.size() + 1L) * bytes(picture) <= BATCH_BYTES;
  }

  private long bytes(Picture picture) {
    return (long) picture.width() * picture.height() * info.channels();
  }

  private void predict(List<Sample> batch, int firstIndex, List<JudgedSample> judged) {
    Picture first = batch.get(0).picture();
    int size = Math.toIntExact(batch.size() * bytes(first));
    if (buffer.capacity() < size) {
      buffer = ByteBuffer.allocateDirect(size);
    }
    buffer.clear();
    for (Sample sample : batch) {
      PicturePixels.write(sample.picture(), info.channels(), buffer);
    }
    List<Prediction> predictions =
        model.apply(
            new PixelBatch(
                batch.size(), first.height(), first.width(), info.channels(), buffer.flip()));
    for (int i = 0; i < batch.size(); i++) {
      Sample sample = batch.get(i);
      Prediction prediction = predictions.get(i);
      Optional<Box> unrounded =
          info.wholePixels() ? Optional.of(prediction.unrounded()) : Optional.empty();
      judged.add(
          new JudgedSample(
              firstIndex + i,
              sample.id(),
              new Outcome(prediction.box(), unrounded, sample.box(), first.width(), first.height()),
              prediction.confidence()));
    }
  }
}
