package io.boxfit.model.onnx;

import io.boxfit.model.layer.Conv1D;
import io.boxfit.model.layer.Conv2D;
import java.util.List;

/** Convolutions. */
final class Convolutions {
  private Convolutions() {}

  static String conv2d(Conv2D layer, Site site) {
    long zeros = layer.padding().zeros(layer.kernel());
    return site.result(
        "Conv",
        inputs(site, layer.bias()),
        Attributes.numbers("kernel_shape", layer.kernel(), layer.kernel()),
        Attributes.numbers("strides", layer.stride(), layer.stride()),
        Attributes.numbers("pads", zeros, zeros, zeros, zeros));
  }

  static String conv1d(Conv1D layer, Site site) {
    long zeros = layer.padding().zeros(layer.kernel());
    return site.result(
        "Conv",
        inputs(site, layer.bias()),
        Attributes.numbers("kernel_shape", layer.kernel()),
        Attributes.numbers("pads", zeros, zeros));
  }

  private static List<String> inputs(Site site, boolean bias) {
    String kernel = site.parameter("kernel");
    return bias
        ? List.of(site.input(), kernel, site.parameter("bias"))
        : List.of(site.input(), kernel);
  }
}
