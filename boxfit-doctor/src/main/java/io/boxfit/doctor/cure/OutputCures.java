package io.boxfit.doctor.cure;

import io.boxfit.core.box.BoxUnit;
import io.boxfit.model.layer.BoxHead;
import io.boxfit.model.layer.Conv2D;
import io.boxfit.model.layer.Dense;
import io.boxfit.model.layer.Layer;
import io.boxfit.model.layer.ReLU;
import io.boxfit.model.layer.SeparableConv2D;
import io.boxfit.model.layer.Sigmoid;
import io.boxfit.model.layer.Softmax;
import io.boxfit.model.network.Network;
import io.boxfit.model.network.Node;
import java.util.List;
import java.util.Set;

/** What stands between the last layer with weights and the four numbers is taken out. */
final class OutputCures {
  private OutputCures() {}

  /**
   * Settings that put nothing in the place of layers of some kinds; a sigmoid in that of a last
   * softmax or ReLU where the four numbers are shares and none is there.
   */
  static List<String> without(Network network, Set<Class<? extends Layer>> kinds) {
    List<Node> behind = behind(network);
    boolean bounded = behind.stream().anyMatch(node -> node.layer() instanceof Sigmoid);
    return behind.stream()
        .filter(node -> kinds.contains(node.layer().getClass()))
        .map(
            node ->
                "network."
                    + node.name()
                    + (isLast(node, network) && shares(network) && !bounded
                        ? "=sigmoid"
                        : "=linear"))
        .toList();
  }

  /** Whether a layer stands there. */
  static boolean isBehind(Network network, Node node) {
    return behind(network).contains(node);
  }

  private static List<Node> behind(Network network) {
    List<Node> nodes = network.nodes();
    int first = nodes.size();
    while (first > 0 && !isWeighty(nodes.get(first - 1).layer())) {
      first--;
    }
    return nodes.subList(first, nodes.size());
  }

  private static boolean isWeighty(Layer layer) {
    return layer instanceof Dense || layer instanceof Conv2D || layer instanceof SeparableConv2D;
  }

  private static boolean isLast(Node node, Network network) {
    return network.last().inputs().contains(node.name())
        && (node.layer() instanceof Softmax || node.layer() instanceof ReLU);
  }

  private static boolean shares(Network network) {
    return network.last().layer() instanceof BoxHead head && head.unit() == BoxUnit.RELATIVE;
  }
}
