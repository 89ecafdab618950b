package io.boxfit.train.engine;

import io.boxfit.model.layer.Dense;
import io.boxfit.model.layer.Dropout;
import io.boxfit.model.layer.Reshape;
import io.boxfit.train.engine.Interpreter.LayerCall;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** Layers that mix all numbers, lay them out anew or drop some. */
final class VectorLayers {
  private VectorLayers() {}

  static Tensor dense(Dense layer, LayerCall call) {
    return torch.linear(
        call.input(0),
        call.parameter("kernel"),
        layer.bias() ? new TensorOptional(call.parameter("bias")) : new TensorOptional());
  }

  static Tensor dropout(Dropout layer, LayerCall call) {
    return call.pass()
        .filter(pass -> layer.share() > 0)
        .map(
            pass ->
                call.input(0)
                    .mul(DropoutMask.of(pass, call.node().name(), layer.share(), call.input(0))))
        .orElseGet(() -> call.input(0));
  }

  static Tensor reshape(Reshape layer, LayerCall call) {
    long[] sizes = new long[layer.sizes().size() + 1];
    sizes[0] = call.input(0).size(0);
    for (int i = 1; i < sizes.length; i++) {
      sizes[i] = layer.sizes().get(i - 1);
    }
    return call.input(0).reshape(sizes);
  }
}
