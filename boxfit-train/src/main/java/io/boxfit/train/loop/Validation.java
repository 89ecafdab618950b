package io.boxfit.train.loop;

import io.boxfit.core.overlap.Iou;
import io.boxfit.data.Dataset;
import io.boxfit.train.batch.Batch;
import io.boxfit.train.batch.PictureEncoder;

/** How well the network does on samples kept back, as it would be shipped: without dropout. */
final class Validation {
  private static final int MOST = 1000;
  private static final int AT_ONCE = 256;

  private final Dataset samples;
  private final SampleBoxes boxes;
  private final boolean wholePixels;

  /**
   * @param samples the first 1,000 are judged
   */
  Validation(Dataset samples, PictureEncoder encoder, boolean wholePixels) {
    this.samples = samples;
    this.boxes = new SampleBoxes(encoder);
    this.wholePixels = wholePixels;
  }

  /** Mean IoU; what is no box counts 0. */
  double meanIou(Workers workers, float[] weights) {
    int count = Math.min(MOST, samples.size());
    double[] sum = {0};
    boxes.forEach(
        workers,
        weights,
        samples,
        count,
        (sample, box) -> sum[0] += new Iou().of(wholePixels ? box.rounded() : box, sample.box()));
    return sum[0] / count;
  }

  /** Mean of the samples' losses. */
  double meanLoss(Workers workers, float[] weights) {
    PictureEncoder encoder = boxes.encoder();
    int count = Math.min(MOST, samples.size());
    double sum = 0;
    for (int first = 0; first < count; first += AT_ONCE) {
      int size = Math.min(AT_ONCE, count - first);
      Batch batch = new Batch(0, new float[size * encoder.length()], new float[4 * size], size);
      for (int i = 0; i < size; i++) {
        batch.put(i, samples.get(first + i), encoder);
      }
      for (float loss : workers.losses(weights, batch)) {
        sum += loss;
      }
    }
    return sum / count;
  }
}
