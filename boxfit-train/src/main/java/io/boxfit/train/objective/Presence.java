package io.boxfit.train.objective;

import io.boxfit.train.batch.Shard;
import io.boxfit.train.engine.EngineArrays;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Which samples of a shard show the object: where it is absent, there is no box to learn, and only
 * the score must say so.
 *
 * @param boxes four numbers a sample; of absent objects a stand-in that no term counts
 * @param present how many samples show it
 * @param absent by sample
 */
@SuppressWarnings("ArrayRecordComponent")
record Presence(float[] boxes, int present, boolean[] absent) {
  private static final float[] STAND_IN = {0, 0, 1, 1};

  /** A box that is not a number stands for an absent object. */
  static Presence of(Shard shard) {
    float[] boxes = shard.boxes().clone();
    boolean[] absent = new boolean[shard.size()];
    int present = 0;
    for (int i = 0; i < shard.size(); i++) {
      absent[i] = Float.isNaN(boxes[4 * i]);
      if (absent[i]) {
        System.arraycopy(STAND_IN, 0, boxes, 4 * i, 4);
      } else {
        present++;
      }
    }
    return new Presence(boxes, present, absent);
  }

  boolean at(int sample) {
    return !absent[sample];
  }

  boolean all() {
    return present == absent.length;
  }

  /** A mean over all samples, in which absent ones count nothing, as one over those present. */
  Tensor mean(Tensor overAll) {
    return all() ? overAll : overAll.mul(new Scalar((double) absent.length / Math.max(1, present)));
  }

  /** (N, 1): 1 where the object is present, else 0. */
  Tensor weights() {
    float[] weights = new float[absent.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = absent[i] ? 0 : 1;
    }
    return EngineArrays.tensor(weights, weights.length, 1);
  }
}
