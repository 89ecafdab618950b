package io.boxfit.model.onnx;

import io.boxfit.model.layer.MaxPool2D;

/** Layers that make maps smaller. */
final class Pools {
  private Pools() {}

  static String maxPool2d(MaxPool2D layer, Site site) {
    return site.result(
        "MaxPool",
        site.inputs(),
        Attributes.numbers("kernel_shape", layer.kernel(), layer.kernel()),
        Attributes.numbers("strides", layer.stride(), layer.stride()),
        Convolutions.pads(layer.padding(), site.inputShape(), layer.kernel(), layer.stride()));
  }
}
