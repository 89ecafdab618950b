package io.boxfit.train.batch;

import io.boxfit.data.Sample;

/**
 * Samples of one step, ready for the engine.
 *
 * @param step from 0
 * @param images (size, channels, height, width), scaled to [-1, 1]
 * @param boxes true boxes, four numbers a sample
 * @param size samples
 */
@SuppressWarnings("ArrayRecordComponent")
public record Batch(long step, float[] images, float[] boxes, int size) {

  /** Puts a sample at its place. */
  public void put(int place, Sample sample, PictureEncoder encoder) {
    encoder.write(sample, images, place * encoder.length());
    boxes[4 * place] = (float) sample.box().xMin();
    boxes[4 * place + 1] = (float) sample.box().yMin();
    boxes[4 * place + 2] = (float) sample.box().xMax();
    boxes[4 * place + 3] = (float) sample.box().yMax();
  }
}
