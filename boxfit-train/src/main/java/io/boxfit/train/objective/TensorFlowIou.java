package io.boxfit.train.objective;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Intersection over union with TensorFlow's gradients where they differ from the engine's own: see
 * {@link io.boxfit.model.loss.LnIouLoss}.
 *
 * <p>The engine shares a tie between both arguments of a maximum, TensorFlow does not. Its {@code
 * where} hands zero, not a product with zero, to what was not chosen, as TensorFlow does. Quotient
 * and logarithm have the same gradients as long as the union is not zero, and true boxes are
 * proper.
 */
final class TensorFlowIou {
  private TensorFlowIou() {}

  /**
   * (N).
   *
   * @param predicted (N, 4), of any sign and order
   * @param truth (N, 4), proper
   */
  static Tensor of(Tensor predicted, Tensor truth) {
    Tensor low = maximum(BoxTensors.low(predicted), BoxTensors.low(truth));
    Tensor high = minimum(BoxTensors.high(predicted), BoxTensors.high(truth));
    Tensor intersection = area(high.sub(low));
    Tensor union =
        area(BoxTensors.size(predicted)).add(area(BoxTensors.size(truth))).sub(intersection);
    return intersection.div(union);
  }

  private static Tensor area(Tensor size) {
    Tensor positive = maximum(torch.zeros_like(size), size);
    return positive.select(1, 0).mul(positive.select(1, 1));
  }

  private static Tensor maximum(Tensor x, Tensor y) {
    return torch.where(x.ge(y), x, y);
  }

  private static Tensor minimum(Tensor x, Tensor y) {
    return torch.where(x.le(y), x, y);
  }
}
