package io.boxfit.model.onnx;

import io.boxfit.model.layer.AveragePool2D;
import io.boxfit.model.layer.MaxPool2D;
import java.util.List;

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

  static String averagePool2d(AveragePool2D layer, Site site) {
    return site.result(
        "AveragePool",
        site.inputs(),
        Attributes.numbers("kernel_shape", layer.kernel(), layer.kernel()),
        Attributes.numbers("strides", layer.stride(), layer.stride()),
        Attributes.number("count_include_pad", 0),
        Convolutions.pads(layer.padding(), site.inputShape(), layer.kernel(), layer.stride()));
  }

  /** One number a channel. */
  static String global(String operator, Site site) {
    String map = site.step(operator, "map", site.inputs());
    return site.result("Flatten", List.of(map), Attributes.number("axis", 1));
  }
}
