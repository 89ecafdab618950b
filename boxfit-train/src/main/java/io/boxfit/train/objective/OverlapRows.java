package io.boxfit.train.objective;

import io.boxfit.model.loss.CiouLoss;
import io.boxfit.model.loss.DiouLoss;
import io.boxfit.model.loss.EiouLoss;
import io.boxfit.model.loss.GiouLoss;
import io.boxfit.model.loss.GuardedLnIouLoss;
import io.boxfit.model.loss.IouLoss;
import io.boxfit.model.loss.LnIouLoss;
import io.boxfit.model.loss.NegativeIouLoss;
import io.boxfit.model.loss.OverlapLoss;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Losses of boxes in pixels, (N, 4) and (N, 4) to (N); formulas stand at the losses.
 *
 * <p>True boxes are proper, so that the smallest box around both never has zero extent: its sides
 * are divided by without a guard.
 */
final class OverlapRows {
  private static final double TINY = 1e-6;

  private OverlapRows() {}

  static Tensor of(OverlapLoss loss, Tensor predicted, Tensor truth) {
    if (loss instanceof LnIouLoss) {
      return TensorFlowIou.of(predicted, truth).log().neg();
    }
    if (loss instanceof GiouLoss) {
      return lessFromOne(BoxTensors.giou(predicted, truth));
    }
    Tensor iou = BoxTensors.iou(predicted, truth);
    if (loss instanceof GuardedLnIouLoss guarded) {
      return iou.clamp_min(new Scalar(guarded.epsilon())).log().neg();
    }
    if (loss instanceof NegativeIouLoss) {
      return iou.neg();
    }
    Tensor distance = lessFromOne(iou);
    if (loss instanceof IouLoss) {
      return distance;
    }
    Tensor hull = BoxTensors.size(BoxTensors.hull(predicted, truth));
    Tensor diou = distance.add(centers(predicted, truth).div(hull.square().sum(1)));
    if (loss instanceof DiouLoss) {
      return diou;
    }
    if (loss instanceof CiouLoss) {
      return diou.add(shapes(predicted, truth, iou));
    }
    if (loss instanceof EiouLoss) {
      Tensor error = BoxTensors.size(predicted).sub(BoxTensors.size(truth));
      return diou.add(error.div(hull).square().sum(1));
    }
    throw new IllegalArgumentException("no formula for " + loss);
  }

  private static Tensor lessFromOne(Tensor value) {
    return value.neg().add(new Scalar(1.0));
  }

  /** Squared distances of the centres, (N). */
  private static Tensor centers(Tensor predicted, Tensor truth) {
    return BoxTensors.center(predicted).sub(BoxTensors.center(truth)).square().sum(1);
  }

  /** {@code alpha v} of CIoU, (N). */
  private static Tensor shapes(Tensor predicted, Tensor truth, Tensor iou) {
    Tensor turn = diagonal(truth).sub(diagonal(predicted));
    Tensor v = turn.square().mul(new Scalar(4 / (Math.PI * Math.PI)));
    // Identical boxes: 0 / 0, and it weighs a difference of 0.
    Tensor alpha = v.div(lessFromOne(iou).add(v).clamp_min(new Scalar(TINY))).detach();
    return v.mul(alpha);
  }

  /**
   * {@code atan(w / h)}, (N); sizes that are not positive count as tiny, because the quotient has
   * no gradient at zero.
   */
  private static Tensor diagonal(Tensor box) {
    Tensor size = BoxTensors.size(box).clamp_min(new Scalar(TINY));
    return size.select(1, 0).atan2(size.select(1, 1));
  }
}
