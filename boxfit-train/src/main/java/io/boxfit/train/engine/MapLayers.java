package io.boxfit.train.engine;

import io.boxfit.model.layer.Axis;
import io.boxfit.model.layer.Concat;
import io.boxfit.model.layer.Marginal;
import io.boxfit.model.layer.PixelShuffle1D;
import io.boxfit.model.layer.Upsample2D;
import io.boxfit.train.engine.Interpreter.LayerCall;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Layers on maps (N, C, H, W) and rows (N, C, L). */
final class MapLayers {
  private MapLayers() {}

  static Tensor concat(Concat layer, LayerCall call) {
    return torch.cat(new TensorVector(call.input(0), call.input(1)), 1);
  }

  static Tensor upsample2d(Upsample2D layer, LayerCall call) {
    Tensor in = call.input(0);
    Tensor like = call.input(1);
    long factor = layer.factor();
    Tensor large =
        torch.upsample_nearest2d(in, new long[] {in.size(2) * factor, in.size(3) * factor});
    return large.narrow(2, 0, like.size(2)).narrow(3, 0, like.size(3));
  }

  static Tensor marginal(Marginal layer, LayerCall call) {
    long gone = layer.axis() == Axis.X ? 2 : 3;
    Tensor in = call.input(0);
    Tensor mean = in.mean(new long[] {gone}, false, new ScalarTypeOptional());
    // With its place, the largest sends its gradient back in a tenth of the time of amax.
    return torch.cat(new TensorVector(torch.max(in, gone, false).get0(), mean), 1);
  }

  static Tensor pixelShuffle1d(PixelShuffle1D layer, LayerCall call) {
    Tensor in = call.input(0);
    long factor = layer.factor();
    long channels = in.size(1) / factor;
    long length = in.size(2);
    return in.view(in.size(0), channels, factor, length)
        .transpose(2, 3)
        .reshape(in.size(0), channels, factor * length);
  }
}
