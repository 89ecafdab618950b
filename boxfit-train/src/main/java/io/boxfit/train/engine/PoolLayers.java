package io.boxfit.train.engine;

import io.boxfit.model.layer.AveragePool2D;
import io.boxfit.model.layer.GlobalAveragePool2D;
import io.boxfit.model.layer.GlobalMaxPool2D;
import io.boxfit.model.layer.Margin;
import io.boxfit.model.layer.MaxPool2D;
import io.boxfit.train.engine.Interpreter.LayerCall;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Layers that make maps (N, C, H, W) smaller. */
final class PoolLayers {
  private static final long[] ONE_ONE = {1, 1};
  private static final long[] PLACES = {2, 3};

  private PoolLayers() {}

  static Tensor maxPool2d(MaxPool2D layer, LayerCall call) {
    Tensor map = call.input(0);
    Margins margins = Margins.of(layer.padding(), map, layer.kernel(), layer.stride());
    boolean own = margins.symmetric();
    return torch.max_pool2d(
        own ? map : margins.around(map, Double.NEGATIVE_INFINITY),
        new long[] {layer.kernel(), layer.kernel()},
        new long[] {layer.stride(), layer.stride()},
        own ? margins.sizes() : new long[] {0, 0},
        ONE_ONE,
        false);
  }

  static Tensor averagePool2d(AveragePool2D layer, LayerCall call) {
    Tensor map = call.input(0);
    Margins margins = Margins.of(layer.padding(), map, layer.kernel(), layer.stride());
    boolean own = margins.symmetric();
    Tensor means =
        torch.avg_pool2d(
            own ? map : margins.around(map, 0),
            new long[] {layer.kernel(), layer.kernel()},
            new long[] {layer.stride(), layer.stride()},
            own ? margins.sizes() : new long[] {0, 0},
            false,
            false,
            new LongOptional());
    return own ? means : means.mul(corrections(layer, margins, map, means));
  }

  /** (H', W'): window's size over how many of its places lie inside of the map. */
  private static Tensor corrections(
      AveragePool2D layer, Margins margins, Tensor map, Tensor means) {
    Tensor y = corrections(layer, margins.y(), map.size(2), means.size(2)).view(-1, 1);
    return y.mul(corrections(layer, margins.x(), map.size(3), means.size(3)));
  }

  private static Tensor corrections(AveragePool2D layer, Margin margin, long size, long windows) {
    float[] factors = new float[(int) windows];
    for (int i = 0; i < factors.length; i++) {
      long first = (long) i * layer.stride() - margin.low();
      long inside = Math.min(size, first + layer.kernel()) - Math.max(0, first);
      factors[i] = (float) layer.kernel() / inside;
    }
    return EngineArrays.tensor(factors, windows);
  }

  static Tensor globalAveragePool2d(GlobalAveragePool2D layer, LayerCall call) {
    return call.input(0).mean(PLACES, false, new ScalarTypeOptional());
  }

  static Tensor globalMaxPool2d(GlobalMaxPool2D layer, LayerCall call) {
    // With its place, the largest sends its gradient back in a tenth of the time of amax.
    return torch.max(call.input(0).flatten(2, 3), 2, false).get0();
  }
}
