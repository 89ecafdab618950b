package io.boxfit.train.objective;

import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;

/**
 * The draws of one sample. Its true box is shaken as a rough look would miss it: each side by a
 * normal error of 3% of the box's width or height plus half a pixel, a quarter of the boxes by 10%
 * plus one and a half; all times the loss's {@code shake}.
 *
 * @param box where to look, xMin, yMin, xMax, yMax
 * @param ownCoin uniform in [0, 1): whether the network's own rough box is taken instead
 * @param decoyCoin uniform in [0, 1): whether a box beside the object is taken instead
 * @param nudges whole pixels from -3 to 3 for each side
 */
@SuppressWarnings("ArrayRecordComponent")
record Shake(float[] box, double ownCoin, double decoyCoin, float[] nudges) {
  private static final double STRONG_SHARE = 0.25;
  private static final int NUDGE = 3;

  /** The shake of one sample: a pure function of the seed and the sample's number in the run. */
  static Shake of(Seed seed, long number, float[] boxes, int at, double strength) {
    RandomStream random = seed.stream("shake", number);
    double ownCoin = random.nextDouble();
    double decoyCoin = random.nextDouble();
    boolean strong = random.nextBoolean(STRONG_SHARE);
    double share = strong ? 0.10 : 0.03;
    double pixels = strong ? 1.5 : 0.5;
    float[] shaken = new float[4];
    for (int side = 0; side < 4; side++) {
      double extent = boxes[at + 2 + side % 2] - boxes[at + side % 2];
      double error = random.nextGaussian() * (share * extent + pixels) * strength;
      shaken[side] = (float) (boxes[at + side] + error);
    }
    float[] nudges = new float[4];
    for (int side = 0; side < 4; side++) {
      nudges[side] = random.nextInt(-NUDGE, NUDGE);
    }
    return new Shake(shaken, ownCoin, decoyCoin, nudges);
  }
}
