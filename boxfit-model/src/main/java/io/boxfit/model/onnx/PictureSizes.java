package io.boxfit.model.onnx;

import io.boxfit.core.fit.Resize;
import io.boxfit.model.network.Input;
import java.util.List;

/**
 * Sizes within the graph, whole numbers (2): height and width.
 *
 * @param given of the picture
 * @param content what the picture becomes in the network's input
 */
record PictureSizes(String given, String content) {

  static PictureSizes of(GraphBuilder graph, Input input, String image) {
    String given =
        graph.add(
            "Shape",
            "image/size",
            List.of(image),
            Attributes.number("start", 1),
            Attributes.number("end", 3));
    String whole = graph.longs(input.height(), input.width());
    return new PictureSizes(
        given, input.resize() == Resize.STRETCH ? whole : letterboxed(graph, given, whole, input));
  }

  /**
   * As {@link io.boxfit.core.fit.Fitting}: the axis that limits fills the input, the other becomes
   * (2 * length * to + from) / (2 * from) with {@code from} and {@code to} of the limiting axis.
   * The smaller of both candidates of an axis is the right one: whatever the other axis allows is
   * larger or, where they are as one, equal.
   */
  private static String letterboxed(GraphBuilder graph, String given, String whole, Input input) {
    String from = graph.add("Gather", "image/otherSize", List.of(given, graph.longs(1, 0)));
    String to = graph.longs(input.width(), input.height());
    String twice = graph.add("Mul", "image/twiceSize", List.of(given, graph.longs(2)));
    String product = graph.add("Mul", "image/sizeTimesInput", List.of(twice, to));
    String dividend = graph.add("Add", "image/dividend", List.of(product, from));
    String divisor = graph.add("Mul", "image/divisor", List.of(from, graph.longs(2)));
    String scaled = graph.add("Div", "image/quotient", List.of(dividend, divisor));
    String atLeastOne = graph.add("Max", "image/atLeastOne", List.of(scaled, graph.longs(1)));
    return graph.add("Min", "image/content", List.of(atLeastOne, whole));
  }
}
