package io.boxfit.train.engine;

import io.boxfit.model.layer.Elu;
import io.boxfit.model.layer.LeakyReLU;
import io.boxfit.model.layer.ReLU;
import io.boxfit.train.engine.Interpreter.LayerCall;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Functions of single numbers that are more than one call of the engine. */
final class ActivationLayers {
  private ActivationLayers() {}

  static Tensor relu(ReLU layer, LayerCall call) {
    return call.ownsInput() ? call.input(0).relu_() : call.input(0).relu();
  }

  static Tensor leakyRelu(LeakyReLU layer, LayerCall call) {
    Scalar slope = new Scalar(layer.slope());
    return call.ownsInput()
        ? torch.leaky_relu_(call.input(0), slope)
        : torch.leaky_relu(call.input(0), slope);
  }

  static Tensor elu(Elu layer, LayerCall call) {
    Scalar one = new Scalar(1.0);
    return torch.elu(call.input(0), new Scalar(layer.alpha()), one, one);
  }
}
