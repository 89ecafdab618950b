package io.boxfit.train.loop;

import io.boxfit.core.box.Box;
import io.boxfit.data.Dataset;
import io.boxfit.data.Sample;
import io.boxfit.train.batch.PictureEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * What a network says about samples that are drawn as they are needed, without dropout.
 *
 * @param encoder turns their pictures into numbers
 */
record SampleBoxes(PictureEncoder encoder) {
  private static final int AT_ONCE = 256;

  /**
   * Asks about the first samples of a set.
   *
   * @param told each sample with its box before any rounding, in order
   */
  void forEach(
      Workers workers, float[] weights, Dataset samples, int count, BiConsumer<Sample, Box> told) {
    for (int first = 0; first < count; first += AT_ONCE) {
      int size = Math.min(AT_ONCE, count - first);
      float[] images = new float[size * encoder.length()];
      List<Sample> asked = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        asked.add(samples.get(first + i));
        encoder.write(asked.get(i), images, i * encoder.length());
      }
      float[] numbers = workers.predict(weights, images, size);
      for (int i = 0; i < size; i++) {
        told.accept(asked.get(i), box(numbers, i));
      }
    }
  }

  /** The box of one sample among the numbers of many. */
  static Box box(float[] numbers, int sample) {
    int at = 4 * sample;
    return new Box(numbers[at], numbers[at + 1], numbers[at + 2], numbers[at + 3]);
  }
}
