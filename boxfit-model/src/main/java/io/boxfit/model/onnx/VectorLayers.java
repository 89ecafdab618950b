package io.boxfit.model.onnx;

import io.boxfit.model.layer.Dense;
import io.boxfit.model.layer.Flatten;
import java.util.ArrayList;
import java.util.List;

/** Layers that make vectors. */
final class VectorLayers {
  private VectorLayers() {}

  static String dense(Dense layer, Site site) {
    List<String> from = new ArrayList<>(List.of(site.input(), site.parameter("kernel")));
    if (layer.bias()) {
      from.add(site.parameter("bias"));
    }
    return site.result("Gemm", from, Attributes.number("transB", 1));
  }

  static String flatten(Flatten layer, Site site) {
    return site.result("Flatten", site.inputs(), Attributes.number("axis", 1));
  }
}
