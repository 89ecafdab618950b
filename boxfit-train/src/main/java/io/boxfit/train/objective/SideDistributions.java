package io.boxfit.train.objective;

import io.boxfit.train.engine.EngineArrays;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * How well distributions over places inside a window tell the sides of true boxes: cross-entropy
 * against the two places beside the truth, weighted by nearness (distribution focal loss without
 * its focus; Li et al., arXiv 2006.04388, equation 6).
 */
final class SideDistributions {
  private final Tensor window;
  private final Tensor truth;

  /**
   * @param window where was looked, (N, 4)
   * @param truth (N, 4)
   */
  SideDistributions(Tensor window, Tensor truth) {
    this.window = window;
    this.truth = truth;
  }

  /**
   * The mean cross-entropy of both sides along one axis, (N).
   *
   * @param logits (N, 2, places): first and last place
   * @param axis 0 for x, 1 for y
   */
  Tensor crossEntropy(Tensor logits, long axis) {
    long places = logits.size(2);
    Tensor low = window.narrow(1, axis, 1);
    Tensor step = window.narrow(1, axis + 2, 1).sub(low).div(new Scalar((double) places));
    Tensor first = truth.narrow(1, axis, 1).sub(low).div(step);
    Tensor last = truth.narrow(1, axis + 2, 1).sub(low).div(step).sub(new Scalar(1.0));
    Tensor place = torch.cat(new TensorVector(first, last), 1);
    return crossEntropy(logits, place).mean(1);
  }

  /**
   * The cross-entropy of where strips across the sides show them, (N, 4).
   *
   * @param logits (4 N, 1, places): the first place of the object, from outside to inside
   * @param anchor the boxes that the strips lie along, (N, 4)
   * @param truth (N, 4)
   */
  static Tensor offsets(Tensor logits, Tensor anchor, Tensor truth) {
    long places = logits.size(2);
    Tensor inwards = EngineArrays.tensor(new float[] {1, 1, -1, -1}, 1, 4);
    Tensor place = truth.sub(anchor).mul(inwards).add(new Scalar(places / 2.0));
    return crossEntropy(logits.view(-1, 4, places), place);
  }

  /**
   * Against the two places beside the true one: logits (N, k, places), places (N, k), to (N, k).
   */
  private static Tensor crossEntropy(Tensor logits, Tensor truePlace) {
    Tensor place =
        truePlace.clamp(
            new ScalarOptional(new Scalar(0.0)),
            new ScalarOptional(new Scalar(logits.size(2) - 1.001)));
    Tensor below = place.floor();
    Tensor above = place.sub(below);
    // A place that is not a number makes the loss one, too, but must not be looked up.
    Tensor index = below.nan_to_num().to(torch.ScalarType.Long).unsqueeze(2);
    Tensor logProbabilities = logits.log_softmax(2);
    Tensor atBelow = logProbabilities.gather(2, index).squeeze(2);
    Tensor atAbove = logProbabilities.gather(2, index.add(new Scalar(1L))).squeeze(2);
    Tensor nearness = above.neg().add(new Scalar(1.0));
    return atBelow.mul(nearness).add(atAbove.mul(above)).neg();
  }
}
