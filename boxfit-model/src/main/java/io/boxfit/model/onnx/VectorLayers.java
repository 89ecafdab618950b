package io.boxfit.model.onnx;

import io.boxfit.model.layer.Dense;
import io.boxfit.model.layer.Flatten;
import io.boxfit.model.layer.Reshape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Layers that make vectors, or other shapes of them. */
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

  static String reshape(Reshape layer, Site site) {
    long[] sizes =
        LongStream.concat(
                LongStream.of(0), site.outputShape().sizes().stream().mapToLong(Integer::longValue))
            .toArray();
    return site.result("Reshape", List.of(site.input(), site.graph().longs(sizes)));
  }
}
