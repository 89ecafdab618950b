package io.boxfit.model.onnx;

import io.boxfit.model.network.Input;
import java.util.List;

/** From bytes as they come out of a picture file to what the network's first layer expects. */
final class Preprocessing {
  private static final float[] LUMA = {0.299f, 0.587f, 0.114f};
  private static final float MIDDLE = 127.5f;

  private Preprocessing() {}

  /** (N, channels, height, width) of the network's input, pixels in [-1, 1]. */
  static String pixels(GraphBuilder graph, Input input, String image) {
    String planes = input.channels() == 1 ? gray(graph, image) : colours(graph, image);
    String middle = graph.floats(new float[] {MIDDLE});
    String centred = graph.add("Sub", "image/centred", List.of(planes, middle));
    String scaled = graph.add("Div", "image/scaled", List.of(centred, middle));
    return graph.add(
        "Resize",
        "image/stretched",
        List.of(scaled, "", "", graph.longs(input.height(), input.width())),
        Attributes.numbers("axes", 2, 3),
        Attributes.text("mode", "linear"),
        Attributes.text("coordinate_transformation_mode", "half_pixel"),
        Attributes.number("antialias", 1));
  }

  /** ITU-R BT.601 luma as a convolution of 3 over the interleaved bytes of each row. */
  private static String gray(GraphBuilder graph, String image) {
    String plane = graph.add("Unsqueeze", "image/plane", List.of(image, graph.longs(1)));
    String rows = graph.add("Reshape", "image/rows", List.of(plane, graph.longs(0, 0, 0, -1)));
    String real = graph.add("Cast", "image/real", List.of(rows), Attributes.number("to", 1));
    return graph.add(
        "Conv",
        "image/gray",
        List.of(real, graph.floats(LUMA, 1, 1, 1, 3)),
        Attributes.numbers("kernel_shape", 1, 3),
        Attributes.numbers("strides", 1, 3));
  }

  private static String colours(GraphBuilder graph, String image) {
    String planes =
        graph.add(
            "Transpose", "image/planes", List.of(image), Attributes.numbers("perm", 0, 3, 1, 2));
    return graph.add("Cast", "image/real", List.of(planes), Attributes.number("to", 1));
  }
}
