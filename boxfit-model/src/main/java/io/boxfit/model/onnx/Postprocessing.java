package io.boxfit.model.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import io.boxfit.model.network.Input;
import java.util.List;

/** From the network's box to the one that is given out. */
final class Postprocessing {
  private Postprocessing() {}

  /** Scales to the given picture, puts the sides in order and rounds where asked. */
  static void box(GraphBuilder graph, Input input, String image, String raw, boolean wholePixels) {
    String scaled = graph.add("Mul", "box/scaled", List.of(raw, scale(graph, input, image)));
    List<String> corners =
        graph.addAll(
            "Split",
            List.of("box/first", "box/second"),
            List.of(scaled),
            Attributes.number("axis", 1),
            Attributes.number("num_outputs", 2));
    String low = graph.add("Min", "box/low", corners);
    String high = graph.add("Max", "box/high", corners);
    String ordered = wholePixels ? Boundary.UNROUNDED : Boundary.BOX;
    graph.addReserved("Concat", ordered, List.of(low, high), Attributes.number("axis", 1));
    Boundary.declareBox(graph, Boundary.BOX);
    if (wholePixels) {
      graph.addReserved("Round", Boundary.BOX, List.of(Boundary.UNROUNDED));
      Boundary.declareBox(graph, Boundary.UNROUNDED);
    }
  }

  /** (4): pixels of the given picture for one of the network's, x, y, x, y. */
  private static String scale(GraphBuilder graph, Input input, String image) {
    String size =
        graph.add(
            "Shape",
            "image/size",
            List.of(image),
            Attributes.number("start", 1),
            Attributes.number("end", 3));
    String real =
        graph.add(
            "Cast",
            "image/realSize",
            List.of(size),
            Attributes.number("to", TensorProto.DataType.FLOAT_VALUE));
    String scale =
        graph.add(
            "Div",
            "image/scale",
            List.of(real, graph.floats(new float[] {input.height(), input.width()}, 2)));
    return graph.add("Gather", "box/scale", List.of(scale, graph.longs(1, 0, 1, 0)));
  }
}
