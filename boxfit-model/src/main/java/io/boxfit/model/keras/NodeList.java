package io.boxfit.model.keras;

import io.boxfit.core.BadInputException;
import io.boxfit.model.layer.Layer;
import io.boxfit.model.layer.Shape;
import io.boxfit.model.network.Input;
import io.boxfit.model.network.Network;
import io.boxfit.model.network.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The network while it grows, with the shape of every node: what a layer means depends on it. */
final class NodeList {
  private static final int LONGEST = 90;
  private static final int MOST = 5000;

  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, Shape> shapes = new HashMap<>();

  NodeList(Input input) {
    shapes.put(Network.IMAGE, input.shape());
  }

  List<Node> nodes() {
    return List.copyOf(nodes);
  }

  /** The shape, channels first, of the picture or a node. */
  Shape shape(String node) {
    return shapes.get(node);
  }

  /**
   * Adds a layer.
   *
   * @param wanted name; characters that names here may not have, become underscores
   * @param where in errors
   * @return its name
   */
  String add(String wanted, Layer layer, List<String> inputs, String where) {
    if (nodes.size() >= MOST) {
      throw new BadInputException("has more than 5,000 layers in all");
    }
    String name = unique(wanted);
    try {
      shapes.put(name, layer.output(inputs.stream().map(shapes::get).toList()));
    } catch (BadInputException e) {
      throw new BadInputException(where + ": " + e.getMessage(), e);
    }
    nodes.add(new Node(name, layer, inputs));
    return name;
  }

  private String unique(String wanted) {
    String plain = wanted.replaceAll("[^A-Za-z0-9_./-]", "_").replaceFirst("^[./-]+", "");
    String cut = plain.isEmpty() ? "layer" : plain.substring(0, Math.min(LONGEST, plain.length()));
    String name = cut;
    for (int i = 2; shapes.containsKey(name); i++) {
      name = cut + "_" + i;
    }
    return name;
  }
}
