package io.boxfit.train.loop;

import io.boxfit.train.batch.Batch;
import java.util.Arrays;

/**
 * Which samples of a batch a worker takes.
 *
 * @param batch whole
 * @param first sample in it
 * @param size samples
 * @param steps of the whole run
 */
record ShardOrder(Batch batch, int first, int size, long steps) {

  float[] boxes() {
    return Arrays.copyOfRange(batch.boxes(), 4 * first, 4 * (first + size));
  }

  long firstNumber() {
    return batch.step() * batch.size() + first;
  }
}
