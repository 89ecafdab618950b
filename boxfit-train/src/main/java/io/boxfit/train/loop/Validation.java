package io.boxfit.train.loop;

import io.boxfit.core.overlap.Iou;
import io.boxfit.data.Dataset;
import io.boxfit.train.batch.PictureEncoder;

/** How well the network does on samples kept back, as it would be shipped: without dropout. */
final class Validation {
  private static final int MOST = 1000;

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
}
