package io.boxfit.train.objective;

import io.boxfit.core.random.Seed;
import io.boxfit.model.loss.CoarseToFineLoss;
import io.boxfit.train.batch.Shard;

/**
 * What chance says about the samples of a shard: where the network is pointed in training.
 *
 * @param shaken true boxes, shaken, four numbers a sample
 * @param own 1 where the network's own rough box is taken if it is near
 * @param genuine 0 where a decoy is taken or the object is absent, else 1
 * @param nudges whole pixels for each side, taken where the network's own is too far off
 */
@SuppressWarnings("ArrayRecordComponent")
record Draws(float[] shaken, float[] own, float[] genuine, float[] nudges) {

  /** Draws for every sample: a pure function of the seed and the samples' numbers. */
  static Draws of(CoarseToFineLoss loss, Seed seed, Shard shard) {
    int size = shard.size();
    Draws draws =
        new Draws(new float[4 * size], new float[size], new float[size], new float[4 * size]);
    boolean late = shard.step() > loss.ownAfter() * shard.steps();
    for (int i = 0; i < size; i++) {
      Shake shake = Shake.of(seed, shard.firstNumber() + i, shard.boxes(), 4 * i, loss.shake());
      System.arraycopy(shake.box(), 0, draws.shaken, 4 * i, 4);
      System.arraycopy(shake.nudges(), 0, draws.nudges, 4 * i, 4);
      draws.own[i] = late && shake.ownCoin() < loss.ownShare() ? 1 : 0;
      boolean absent = Float.isNaN(shard.boxes()[4 * i]);
      draws.genuine[i] = absent || shake.decoyCoin() < loss.decoyShare() ? 0 : 1;
    }
    return draws;
  }
}
