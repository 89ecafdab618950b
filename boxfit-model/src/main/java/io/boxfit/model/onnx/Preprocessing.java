package io.boxfit.model.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import io.boxfit.core.fit.Resize;
import io.boxfit.model.network.Input;
import java.util.ArrayList;
import java.util.List;

/** From bytes as they come out of a picture file to what the network's first layer expects. */
final class Preprocessing {
  private static final float[] LUMA = {0.299f, 0.587f, 0.114f};
  private static final float MIDDLE = 127.5f;

  private Preprocessing() {}

  /**
   * (N, channels, height, width) of the network's input, pixels in [-1, 1].
   *
   * @param content (2): height and width that the picture becomes
   */
  static String pixels(GraphBuilder graph, Input input, String image, String content) {
    String planes = input.channels() == 1 ? gray(graph, image) : colours(graph, image);
    String middle = graph.floats(new float[] {MIDDLE});
    String centred = graph.add("Sub", "image/centred", List.of(planes, middle));
    String scaled = graph.add("Div", "image/scaled", List.of(centred, middle));
    String resized =
        graph.add(
            "Resize",
            "image/stretched",
            List.of(scaled, "", "", content),
            Attributes.numbers("axes", 2, 3),
            Attributes.text("mode", "linear"),
            Attributes.text("coordinate_transformation_mode", "half_pixel"),
            Attributes.number("antialias", 1));
    return input.resize() == Resize.STRETCH ? resized : padded(graph, input, resized, content);
  }

  /** What the picture leaves free is 0, the middle gray. */
  private static String padded(GraphBuilder graph, Input input, String resized, String content) {
    String whole = graph.longs(input.height(), input.width());
    String free = graph.add("Sub", "image/free", List.of(whole, content));
    String none = graph.longs(0, 0);
    String pads =
        graph.add("Concat", "image/pads", List.of(none, free), Attributes.number("axis", 0));
    return graph.add("Pad", "image/letterboxed", List.of(resized, pads, "", graph.longs(2, 3)));
  }

  /** ITU-R BT.601 luma, added up in this order, so that the trainer's numbers come out exactly. */
  private static String gray(GraphBuilder graph, String image) {
    List<String> colours =
        graph.addAll(
            "Split",
            List.of("image/red", "image/green", "image/blue"),
            List.of(colours(graph, image)),
            Attributes.number("axis", 1),
            Attributes.number("num_outputs", 3));
    List<String> shares = new ArrayList<>();
    for (int i = 0; i < colours.size(); i++) {
      String luma = graph.floats(new float[] {LUMA[i]});
      shares.add(graph.add("Mul", colours.get(i) + "Share", List.of(colours.get(i), luma)));
    }
    String sum = graph.add("Add", "image/redGreen", shares.subList(0, 2));
    return graph.add("Add", "image/gray", List.of(sum, shares.get(2)));
  }

  private static String colours(GraphBuilder graph, String image) {
    String planes =
        graph.add(
            "Transpose", "image/planes", List.of(image), Attributes.numbers("perm", 0, 3, 1, 2));
    return graph.add(
        "Cast",
        "image/real",
        List.of(planes),
        Attributes.number("to", TensorProto.DataType.FLOAT_VALUE));
  }
}
