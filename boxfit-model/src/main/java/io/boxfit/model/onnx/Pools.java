package io.boxfit.model.onnx;

import io.boxfit.model.layer.MaxPool2D;

/** Layers that make maps smaller. */
final class Pools {
  private Pools() {}

  static String maxPool2d(MaxPool2D layer, Site site) {
    long zeros = layer.padding().zeros(layer.kernel());
    return site.result(
        "MaxPool",
        site.inputs(),
        Attributes.numbers("kernel_shape", layer.kernel(), layer.kernel()),
        Attributes.numbers("strides", layer.stride(), layer.stride()),
        Attributes.numbers("pads", zeros, zeros, zeros, zeros));
  }
}
