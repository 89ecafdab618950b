package io.boxfit.train.loop;

import io.boxfit.core.overlap.Iou;
import io.boxfit.data.Dataset;
import io.boxfit.data.Sample;
import io.boxfit.train.batch.PictureEncoder;
import java.util.ArrayList;
import java.util.List;

/** How well the network does on samples kept back, as it would be shipped: without dropout. */
final class Validation {
  private static final int MOST = 1000;
  private static final int AT_ONCE = 256;

  private final Dataset samples;
  private final PictureEncoder encoder;
  private final boolean wholePixels;
  private final int count;

  /**
   * @param samples the first 1,000 are judged
   */
  Validation(Dataset samples, PictureEncoder encoder, boolean wholePixels) {
    this.samples = samples;
    this.encoder = encoder;
    this.wholePixels = wholePixels;
    this.count = Math.min(MOST, samples.size());
  }

  /** Mean IoU; what is no box counts 0. */
  double meanIou(Workers workers, float[] weights) {
    double sum = 0;
    for (int first = 0; first < count; first += AT_ONCE) {
      sum += sumOfIou(workers, weights, first, Math.min(AT_ONCE, count - first));
    }
    return sum / count;
  }

  private double sumOfIou(Workers workers, float[] weights, int first, int size) {
    float[] images = new float[size * encoder.length()];
    List<Sample> judged = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      Sample sample = samples.get(first + i);
      judged.add(sample);
      encoder.write(sample, images, i * encoder.length());
    }
    float[] numbers = workers.predict(weights, images, size);
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += new Iou().of(Probe.box(numbers, i, wholePixels), judged.get(i).box());
    }
    return sum;
  }
}
