package io.boxfit.train.loop;

import io.boxfit.core.box.Box;
import io.boxfit.core.overlap.Iou;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.data.Dataset;
import io.boxfit.data.Sample;
import io.boxfit.train.batch.PictureEncoder;
import java.util.ArrayList;
import java.util.List;

/** A fixed set of samples that is predicted again and again: does the box follow the picture? */
final class Probe {
  private static final int MOST = 256;

  private final String split;
  private final boolean wholePixels;
  private final List<Box> truth = new ArrayList<>();
  private final float[] images;

  Probe(Dataset samples, String split, PictureEncoder encoder, boolean wholePixels) {
    this.split = split;
    this.wholePixels = wholePixels;
    int count = Math.min(MOST, samples.size());
    images = new float[count * encoder.length()];
    for (int i = 0; i < count; i++) {
      Sample sample = samples.get(i);
      truth.add(sample.box());
      encoder.write(sample, images, i * encoder.length());
    }
  }

  TraceEvent.Probe look(Workers workers, float[] weights, long step) {
    float[] numbers = workers.predict(weights, images, truth.size());
    List<Box> predicted = new ArrayList<>();
    double sum = 0;
    for (int i = 0; i < truth.size(); i++) {
      Box box = SampleBoxes.box(numbers, i);
      predicted.add(wholePixels ? box.rounded() : box);
      sum += new Iou().of(predicted.get(i), truth.get(i));
    }
    return new TraceEvent.Probe(step, split, sum / truth.size(), truth, predicted);
  }
}
