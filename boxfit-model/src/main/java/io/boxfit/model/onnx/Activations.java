package io.boxfit.model.onnx;

import io.boxfit.model.layer.LeakyReLU;

/** Functions of single numbers. */
final class Activations {
  private Activations() {}

  static String leakyRelu(LeakyReLU layer, Site site) {
    return site.result("LeakyRelu", site.inputs(), Attributes.real("alpha", layer.slope()));
  }
}
