package io.boxfit.train.objective;

import io.boxfit.core.box.BoxFormat;
import io.boxfit.model.loss.CenterPointLoss;
import io.boxfit.model.loss.CoordinateLoss;
import io.boxfit.model.loss.HuberLoss;
import io.boxfit.model.loss.L1Loss;
import io.boxfit.model.loss.MseLoss;
import io.boxfit.model.loss.SmoothL1Loss;
import io.boxfit.train.engine.BoxHeads;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Losses of four numbers, (N, 4) and (N, 4) to (N); formulas stand at the losses. */
final class CoordinateRows {
  private CoordinateRows() {}

  /**
   * (N).
   *
   * @param format of both, in the same unit
   */
  static Tensor of(CoordinateLoss loss, BoxFormat format, Tensor numbers, Tensor truth) {
    if (loss instanceof CenterPointLoss) {
      Tensor center = BoxTensors.center(BoxHeads.corners(numbers, format));
      return center.sub(BoxTensors.center(BoxHeads.corners(truth, format))).square().mean(1);
    }
    Tensor error = numbers.sub(truth);
    if (loss instanceof MseLoss) {
      return error.square().mean(1);
    }
    Tensor size = error.abs();
    if (loss instanceof L1Loss) {
      return size.mean(1);
    }
    if (loss instanceof SmoothL1Loss smooth) {
      return huber(error, size, smooth.beta()).div(new Scalar(smooth.beta())).mean(1);
    }
    if (loss instanceof HuberLoss huber) {
      return huber(error, size, huber.delta()).mean(1);
    }
    throw new IllegalArgumentException("no formula for " + loss);
  }

  private static Tensor huber(Tensor error, Tensor size, double delta) {
    Tensor near = error.square().mul(new Scalar(0.5));
    Tensor far = size.sub(new Scalar(delta / 2)).mul(new Scalar(delta));
    return torch.where(size.le(new Scalar(delta)), near, far);
  }
}
