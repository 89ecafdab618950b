package io.boxfit.model.onnx;

import io.boxfit.model.layer.BestCandidate;
import io.boxfit.model.layer.Layer;
import io.boxfit.model.layer.SoftArgmaxBox;
import io.boxfit.model.network.Network;
import io.boxfit.model.network.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How sure a network is of its box: the score of the candidate that won where it decides between
 * candidates, else how sharp the distributions of the sides are, as the mean over the four of
 * {@code ln(sum of squared shares)}, 0 where each is certain.
 */
final class Confidence {
  private Confidence() {}

  /** Whether a network has something to say about it. */
  static boolean isKnown(Network network) {
    return find(network, BestCandidate.class).isPresent()
        || find(network, SoftArgmaxBox.class).isPresent();
  }

  /**
   * The evidence (N), any numbers.
   *
   * @param values names of what the nodes give out
   */
  static String evidence(GraphBuilder graph, Network network, Map<String, String> values) {
    Optional<Node> decision = find(network, BestCandidate.class);
    return decision.isPresent()
        ? score(graph, network, decision.get(), values)
        : sharpness(graph, find(network, SoftArgmaxBox.class).orElseThrow(), values);
  }

  /** Adds the output {@code confidence} (N): {@code sigmoid(slope * evidence + offset)}. */
  static void add(GraphBuilder graph, String evidence, ConfidenceScale scale) {
    String slope = graph.floats(new float[] {(float) scale.slope()});
    String offset = graph.floats(new float[] {(float) scale.offset()});
    String steeper = graph.add("Mul", "confidence/scaled", List.of(evidence, slope));
    String logit = graph.add("Add", "confidence/logit", List.of(steeper, offset));
    graph.addReserved("Sigmoid", Boundary.CONFIDENCE, List.of(logit));
    Boundary.declareConfidence(graph);
  }

  private static Optional<Node> find(Network network, Class<? extends Layer> kind) {
    return network.nodes().stream().filter(node -> kind.isInstance(node.layer())).findFirst();
  }

  /** Scores come for all first candidates, then all second ones. */
  private static String score(
      GraphBuilder graph, Network network, Node decision, Map<String, String> values) {
    int count = network.rows().get(decision.inputs().get(1));
    String all = values.get(decision.inputs().get(1));
    String scores = graph.add("Reshape", "confidence/scores", List.of(all, graph.longs(count, -1)));
    String logits =
        graph.add(
            "Slice",
            "confidence/logits",
            List.of(
                values.get(decision.inputs().get(2)),
                graph.longs(0),
                graph.longs(1),
                graph.longs(1)));
    String rough =
        graph.add("Reshape", "confidence/roughLogits", List.of(logits, graph.longs(count, -1)));
    String sums = graph.add("Add", "confidence/sums", List.of(scores, rough));
    String best =
        graph.add("ArgMax", "confidence/best", List.of(sums), Attributes.number("axis", 0));
    String chosen =
        graph.add(
            "GatherElements",
            "confidence/score",
            List.of(scores, best),
            Attributes.number("axis", 0));
    return graph.add("Squeeze", "confidence/evidence", List.of(chosen, graph.longs(0)));
  }

  private static String sharpness(GraphBuilder graph, Node box, Map<String, String> values) {
    List<String> rows = box.inputs().subList(0, 2).stream().map(values::get).toList();
    String logits = graph.add("Concat", "confidence/sides", rows, Attributes.number("axis", 1));
    String shares =
        graph.add("Softmax", "confidence/shares", List.of(logits), Attributes.number("axis", 2));
    String squares =
        graph.add(
            "ReduceSumSquare",
            "confidence/squares",
            List.of(shares, graph.longs(2)),
            Attributes.number("keepdims", 0));
    String logs = graph.add("Log", "confidence/logs", List.of(squares));
    return graph.add(
        "ReduceMean",
        "confidence/evidence",
        List.of(logs, graph.longs(1)),
        Attributes.number("keepdims", 0));
  }
}
