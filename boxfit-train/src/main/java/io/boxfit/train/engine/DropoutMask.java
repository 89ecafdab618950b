package io.boxfit.train.engine;

import io.boxfit.core.random.RandomStream;
import org.bytedeco.pytorch.Tensor;

/** Which numbers dropout lets pass, drawn in Java: no generator of the engine takes part. */
final class DropoutMask {
  private DropoutMask() {}

  /**
   * Zeros and 1 / (1 - share), one for each number.
   *
   * @param node the layer's name, which names the stream
   * @param like (N, ...)
   */
  static Tensor of(TrainingPass pass, String node, double share, Tensor like) {
    int samples = Math.toIntExact(like.size(0));
    int length = Math.toIntExact(like.numel() / samples);
    float kept = (float) (1 / (1 - share));
    // 32 bits decide about a number: the share is met to 2^-32.
    long below = Math.round(share * 0x1p32);
    float[] mask = new float[samples * length];
    for (int sample = 0; sample < samples; sample++) {
      RandomStream random = pass.seed().stream("dropout/" + node, pass.firstNumber() + sample);
      fill(mask, sample * length, (sample + 1) * length, below, kept, random);
    }
    return EngineArrays.tensor(mask, like.sizes().vec().get());
  }

  private static void fill(
      float[] mask, int begin, int end, long below, float kept, RandomStream random) {
    for (int i = begin; i < end; i += 2) {
      long bits = random.nextLong();
      mask[i] = bits >>> 32 < below ? 0 : kept;
      if (i + 1 < end) {
        mask[i + 1] = (bits & 0xFFFFFFFFL) < below ? 0 : kept;
      }
    }
  }
}
