package io.boxfit.train.engine;

import io.boxfit.model.layer.Margin;
import io.boxfit.model.layer.Padding;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * What is added around a map (N, C, H, W).
 *
 * @param y along the height
 * @param x along the width
 */
record Margins(Margin y, Margin x) {

  static Margins of(Padding padding, Tensor map, int span, int stride) {
    return new Margins(
        padding.margin((int) map.size(2), span, stride),
        padding.margin((int) map.size(3), span, stride));
  }

  /** Whether the engine's own operators can add it. */
  boolean symmetric() {
    return y.symmetric() && x.symmetric();
  }

  /** Height and width, where symmetric. */
  long[] sizes() {
    return new long[] {y.low(), x.low()};
  }

  /** The map with its margins. */
  Tensor around(Tensor map, double value) {
    boolean none = y.low() + y.high() + x.low() + x.high() == 0;
    return none
        ? map
        : torch.constant_pad_nd(
            map, new long[] {x.low(), x.high(), y.low(), y.high()}, new Scalar(value));
  }
}
