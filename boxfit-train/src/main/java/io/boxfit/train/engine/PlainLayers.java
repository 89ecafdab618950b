package io.boxfit.train.engine;

import io.boxfit.model.layer.Dense;
import io.boxfit.model.layer.Dropout;
import io.boxfit.model.layer.LeakyReLU;
import io.boxfit.model.layer.MaxPool2D;
import io.boxfit.train.engine.Interpreter.LayerCall;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** Layers of plain convolutional networks. */
final class PlainLayers {
  private static final long[] ONE_ONE = {1, 1};

  private PlainLayers() {}

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

  static Tensor leakyRelu(LeakyReLU layer, LayerCall call) {
    Scalar slope = new Scalar(layer.slope());
    return call.ownsInput()
        ? torch.leaky_relu_(call.input(0), slope)
        : torch.leaky_relu(call.input(0), slope);
  }
}
