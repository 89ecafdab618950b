package io.boxfit.model.onnx;

import io.boxfit.model.layer.Axis;
import io.boxfit.model.layer.Concat;
import io.boxfit.model.layer.Marginal;
import io.boxfit.model.layer.PixelShuffle1D;
import io.boxfit.model.layer.Shape;
import io.boxfit.model.layer.Upsample2D;
import java.util.List;

/** Layers that lay numbers out anew. */
final class Reshapings {
  private Reshapings() {}

  static String concat(Concat layer, Site site) {
    return site.result("Concat", site.inputs(), Attributes.number("axis", 1));
  }

  static String upsample2d(Upsample2D layer, Site site) {
    GraphBuilder graph = site.graph();
    Shape in = site.inputShape();
    Shape out = site.outputShape();
    int factor = layer.factor();
    String scales = graph.floats(new float[] {1, 1, factor, factor}, 4);
    List<String> from = List.of(site.input(), "", scales);
    boolean cut = in.size(1) * factor > out.size(1) || in.size(2) * factor > out.size(2);
    String whole =
        graph.add(
            "Resize",
            cut ? site.name() + "/whole" : site.name(),
            from,
            Attributes.text("mode", "nearest"),
            Attributes.text("nearest_mode", "floor"),
            Attributes.text("coordinate_transformation_mode", "asymmetric"));
    if (!cut) {
      return whole;
    }
    return site.result(
        "Slice",
        List.of(
            whole, graph.longs(0, 0), graph.longs(out.size(1), out.size(2)), graph.longs(2, 3)));
  }

  static String pixelShuffle1d(PixelShuffle1D layer, Site site) {
    GraphBuilder graph = site.graph();
    long channels = site.outputShape().size(0);
    long length = site.inputShape().size(1);
    String apart =
        site.step(
            "Reshape",
            "apart",
            List.of(site.input(), graph.longs(0, channels, layer.factor(), length)));
    String turned =
        site.step("Transpose", "turned", List.of(apart), Attributes.numbers("perm", 0, 1, 3, 2));
    return site.result("Reshape", List.of(turned, graph.longs(0, channels, -1)));
  }

  static String marginal(Marginal layer, Site site) {
    List<String> from = List.of(site.input(), site.graph().longs(layer.axis() == Axis.X ? 2 : 3));
    String max = site.step("ReduceMax", "max", from, Attributes.number("keepdims", 0));
    String mean = site.step("ReduceMean", "mean", from, Attributes.number("keepdims", 0));
    return site.result("Concat", List.of(max, mean), Attributes.number("axis", 1));
  }
}
