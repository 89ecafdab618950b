package io.boxfit.train.objective;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Overlap of boxes (N, 4) with boxes (N, 4), differentiable. True boxes must be proper. */
final class BoxTensors {
  // Numbers, not Scalars: a native object made inside a scope would die with it.
  private static final double TINY = 1e-6;

  private BoxTensors() {}

  /** Intersection over union, (N). */
  static Tensor iou(Tensor predicted, Tensor truth) {
    Tensor intersection = intersection(predicted, truth);
    return intersection.div(union(predicted, truth, intersection).clamp_min(new Scalar(TINY)));
  }

  /** Generalised IoU (arXiv 1902.09630), (N). */
  static Tensor giou(Tensor predicted, Tensor truth) {
    Tensor intersection = intersection(predicted, truth);
    Tensor union = union(predicted, truth, intersection);
    Tensor hull = area(size(hull(predicted, truth)));
    return intersection
        .div(union.clamp_min(new Scalar(TINY)))
        .sub(hull.sub(union).div(hull.clamp_min(new Scalar(TINY))));
  }

  /** The smallest box around both, (N, 4). */
  static Tensor hull(Tensor predicted, Tensor truth) {
    return join(low(predicted).min(low(truth)), high(predicted).max(high(truth)));
  }

  static Tensor low(Tensor box) {
    return box.narrow(1, 0, 2);
  }

  static Tensor high(Tensor box) {
    return box.narrow(1, 2, 2);
  }

  /** Width and height, (N, 2). */
  static Tensor size(Tensor box) {
    return high(box).sub(low(box));
  }

  /** Centre x and y, (N, 2). */
  static Tensor center(Tensor box) {
    return low(box).add(high(box)).mul(new Scalar(0.5));
  }

  static Tensor join(Tensor low, Tensor high) {
    return torch.cat(new TensorVector(low, high), 1);
  }

  private static Tensor intersection(Tensor predicted, Tensor truth) {
    Tensor common = high(predicted).min(high(truth)).sub(low(predicted).max(low(truth)));
    return area(common.clamp_min(new Scalar(0.0)));
  }

  private static Tensor union(Tensor predicted, Tensor truth, Tensor intersection) {
    return area(size(predicted).clamp_min(new Scalar(0.0)))
        .add(area(size(truth)))
        .sub(intersection);
  }

  /** Width times height; a product of two, whose gradient is plain where {@code prod}'s is not. */
  private static Tensor area(Tensor size) {
    return size.select(1, 0).mul(size.select(1, 1));
  }
}
