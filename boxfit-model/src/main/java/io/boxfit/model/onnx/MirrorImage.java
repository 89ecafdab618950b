package io.boxfit.model.onnx;

import io.boxfit.model.network.Input;
import java.util.List;
import java.util.Optional;

/** A second look at each picture's mirror image, in one pass: a batch of N becomes one of 2 N. */
final class MirrorImage {
  /** Boxes that overlap by less show two things, and their mean would show none. */
  private static final double AGREE = 0.5;

  private static final int BACKWARDS = -1;

  private MirrorImage() {}

  /**
   * What came of both looks.
   *
   * @param box (N, 4) in pixels of the network's input
   * @param evidence (N), empty where the network has none
   */
  record Both(String box, Optional<String> evidence) {}

  /** (2 N, channels, height, width): the pictures, then their mirror images. */
  static String added(GraphBuilder graph, String pixels) {
    String mirrored =
        graph.add(
            "Slice",
            "image/mirrored",
            List.of(
                pixels,
                graph.longs(BACKWARDS),
                graph.longs(Long.MIN_VALUE),
                graph.longs(3),
                graph.longs(BACKWARDS)));
    return graph.add(
        "Concat", "image/both", List.of(pixels, mirrored), Attributes.number("axis", 0));
  }

  /**
   * The mean of both boxes where they overlap by an IoU of at least 0.5, else the one with more
   * evidence; of the evidence the mean or the larger one.
   *
   * @param raw (2 N, 4)
   * @param evidence (2 N), empty where the network has none
   */
  static Both merged(GraphBuilder graph, Input input, String raw, Optional<String> evidence) {
    // A network without evidence may say an inverted box, which must be seen as one.
    String sided = evidence.isPresent() ? ordered(graph, raw) : raw;
    List<String> boxes = halves(graph, "mirror/box", sided);
    String plain = boxes.get(0);
    String turned = turnedBack(graph, input, boxes.get(1));
    String mean = mean(graph, "mirror/meanBox", plain, turned);
    if (evidence.isEmpty()) {
      return new Both(mean, evidence);
    }
    List<String> sure = halves(graph, "mirror/evidence", evidence.get());
    String agree = agree(graph, plain, turned);
    String first = graph.add("GreaterOrEqual", "mirror/firstIsSurer", sure);
    String firstColumn =
        graph.add("Unsqueeze", "mirror/firstColumn", List.of(first, graph.longs(1)));
    String agreeColumn =
        graph.add("Unsqueeze", "mirror/agreeColumn", List.of(agree, graph.longs(1)));
    String surer = graph.add("Where", "mirror/surerBox", List.of(firstColumn, plain, turned));
    String box = graph.add("Where", "mirror/merged", List.of(agreeColumn, mean, surer));
    String meanSure = mean(graph, "mirror/meanEvidence", sure.get(0), sure.get(1));
    String most = graph.add("Max", "mirror/mostEvidence", sure);
    String merged = graph.add("Where", "mirror/mergedEvidence", List.of(agree, meanSure, most));
    return new Both(box, Optional.of(merged));
  }

  private static String ordered(GraphBuilder graph, String box) {
    List<String> corners = corners(graph, "mirror/raw", box);
    String low = graph.add("Min", "mirror/rawOrderedLow", corners);
    String high = graph.add("Max", "mirror/rawOrderedHigh", corners);
    return graph.add("Concat", "mirror/ordered", List.of(low, high), Attributes.number("axis", 1));
  }

  private static List<String> halves(GraphBuilder graph, String name, String from) {
    return graph.addAll(
        "Split",
        List.of(name + "Plain", name + "Mirrored"),
        List.of(from),
        Attributes.number("axis", 0),
        Attributes.number("num_outputs", 2));
  }

  /** Left and right change places, each as far from the other border. */
  private static String turnedBack(GraphBuilder graph, Input input, String box) {
    String swapped =
        graph.add(
            "Gather",
            "mirror/swapped",
            List.of(box, graph.longs(2, 1, 0, 3)),
            Attributes.number("axis", 1));
    String signs = graph.floats(new float[] {-1, 1, -1, 1}, 1, 4);
    String borders = graph.floats(new float[] {input.width(), 0, input.width(), 0}, 1, 4);
    String negative = graph.add("Mul", "mirror/negative", List.of(swapped, signs));
    return graph.add("Add", "mirror/turned", List.of(negative, borders));
  }

  private static String mean(GraphBuilder graph, String name, String a, String b) {
    String sum = graph.add("Add", name + "Sum", List.of(a, b));
    return graph.add("Mul", name, List.of(sum, graph.floats(new float[] {0.5f})));
  }

  /** (N): whether two boxes (N, 4) overlap enough; intersection >= AGREE * union. */
  private static String agree(GraphBuilder graph, String a, String b) {
    List<String> cornersA = corners(graph, "mirror/plain", a);
    List<String> cornersB = corners(graph, "mirror/other", b);
    String low = graph.add("Max", "mirror/low", List.of(cornersA.get(0), cornersB.get(0)));
    String high = graph.add("Min", "mirror/high", List.of(cornersA.get(1), cornersB.get(1)));
    String common = area(graph, "mirror/common", low, high);
    String both =
        graph.add(
            "Add",
            "mirror/bothAreas",
            List.of(
                area(graph, "mirror/plain", cornersA.get(0), cornersA.get(1)),
                area(graph, "mirror/other", cornersB.get(0), cornersB.get(1))));
    String union = graph.add("Sub", "mirror/union", List.of(both, common));
    String limit =
        graph.add("Mul", "mirror/limit", List.of(union, graph.floats(new float[] {(float) AGREE})));
    return graph.add("GreaterOrEqual", "mirror/agree", List.of(common, limit));
  }

  private static List<String> corners(GraphBuilder graph, String name, String box) {
    return graph.addAll(
        "Split",
        List.of(name + "Low", name + "High"),
        List.of(box),
        Attributes.number("axis", 1),
        Attributes.number("num_outputs", 2));
  }

  /** (N): 0 where the corners are out of order. */
  private static String area(GraphBuilder graph, String name, String low, String high) {
    String size = graph.add("Sub", name + "Size", List.of(high, low));
    String inside = graph.add("Relu", name + "Inside", List.of(size));
    return graph.add(
        "ReduceProd",
        name + "Area",
        List.of(inside, graph.longs(1)),
        Attributes.number("keepdims", 0));
  }
}
