package io.boxfit.train.objective;

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
    Tensor place =
        torch
            .cat(new TensorVector(first, last), 1)
            .clamp(
                new ScalarOptional(new Scalar(0.0)),
                new ScalarOptional(new Scalar(places - 1.001)));
    Tensor below = place.floor();
    Tensor above = place.sub(below);
    Tensor index = below.to(torch.ScalarType.Long).unsqueeze(2);
    Tensor logProbabilities = logits.log_softmax(2);
    Tensor atBelow = logProbabilities.gather(2, index).squeeze(2);
    Tensor atAbove = logProbabilities.gather(2, index.add(new Scalar(1L))).squeeze(2);
    Tensor nearness = above.neg().add(new Scalar(1.0));
    return atBelow.mul(nearness).add(atAbove.mul(above)).mean(1).neg();
  }
}
