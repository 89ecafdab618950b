package io.boxfit.model.onnx;

import io.boxfit.model.layer.Elu;
import io.boxfit.model.layer.Gelu;
import io.boxfit.model.layer.LeakyReLU;
import io.boxfit.model.layer.Silu;
import io.boxfit.model.layer.Softmax;
import java.util.List;

/** Functions of single numbers. */
final class Activations {
  private Activations() {}

  static String leakyRelu(LeakyReLU layer, Site site) {
    return site.result("LeakyRelu", site.inputs(), Attributes.real("alpha", layer.slope()));
  }

  static String elu(Elu layer, Site site) {
    return site.result("Elu", site.inputs(), Attributes.real("alpha", layer.alpha()));
  }

  /** x / 2 * (1 + erf(x / sqrt(2))); ONNX has an operator of its own from opset 20 on. */
  static String gelu(Gelu layer, Site site) {
    String scaled =
        site.step("Mul", "scaled", List.of(site.input(), site.scalar(1 / Math.sqrt(2))));
    String erf = site.step("Erf", "erf", List.of(scaled));
    String share = site.step("Add", "twiceTheShare", List.of(erf, site.scalar(1)));
    String half = site.step("Mul", "half", List.of(site.input(), site.scalar(0.5)));
    return site.result("Mul", List.of(half, share));
  }

  static String silu(Silu layer, Site site) {
    String gate = site.step("Sigmoid", "gate", site.inputs());
    return site.result("Mul", List.of(site.input(), gate));
  }

  static String softmax(Softmax layer, Site site) {
    return site.result("Softmax", site.inputs(), Attributes.number("axis", 1));
  }
}
