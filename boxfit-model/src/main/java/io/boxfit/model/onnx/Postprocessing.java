package io.boxfit.model.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import io.boxfit.model.layer.BoxHead;
import io.boxfit.model.network.Network;
import java.util.List;

/** From the network's box to the one that is given out. */
final class Postprocessing {
  private Postprocessing() {}

  /**
   * Scales to the given picture, puts the sides in order and rounds where asked.
   *
   * <p>What a BoxHead gives is not put in order: an inverted box is a miss, and must be seen as
   * one.
   */
  static void box(
      GraphBuilder graph, Network network, PictureSizes sizes, String raw, boolean wholePixels) {
    String given = wholePixels ? Boundary.UNROUNDED : Boundary.BOX;
    List<String> scaling = List.of(raw, scale(graph, sizes));
    if (network.last().layer() instanceof BoxHead) {
      graph.addReserved("Mul", given, scaling);
    } else {
      ordered(graph, graph.add("Mul", "box/scaled", scaling), given);
    }
    Boundary.declareBox(graph, Boundary.BOX);
    if (wholePixels) {
      graph.addReserved("Round", Boundary.BOX, List.of(Boundary.UNROUNDED));
      Boundary.declareBox(graph, Boundary.UNROUNDED);
    }
  }

  private static void ordered(GraphBuilder graph, String scaled, String given) {
    List<String> corners =
        graph.addAll(
            "Split",
            List.of("box/first", "box/second"),
            List.of(scaled),
            Attributes.number("axis", 1),
            Attributes.number("num_outputs", 2));
    String low = graph.add("Min", "box/low", corners);
    String high = graph.add("Max", "box/high", corners);
    graph.addReserved("Concat", given, List.of(low, high), Attributes.number("axis", 1));
  }

  /** (4): pixels of the given picture for one of the network's, x, y, x, y. */
  private static String scale(GraphBuilder graph, PictureSizes sizes) {
    String given = real(graph, "image/realSize", sizes.given());
    String content = real(graph, "image/realContent", sizes.content());
    String scale = graph.add("Div", "image/scale", List.of(given, content));
    return graph.add("Gather", "box/scale", List.of(scale, graph.longs(1, 0, 1, 0)));
  }

  private static String real(GraphBuilder graph, String name, String whole) {
    return graph.add(
        "Cast", name, List.of(whole), Attributes.number("to", TensorProto.DataType.FLOAT_VALUE));
  }
}
