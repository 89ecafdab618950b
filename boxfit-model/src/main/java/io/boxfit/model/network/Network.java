package io.boxfit.model.network;

import io.boxfit.core.BadInputException;
import io.boxfit.model.layer.Layer;
import io.boxfit.model.layer.Parameter;
import io.boxfit.model.layer.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network as a value: layers in an order in which they can be computed. The last one gives the
 * box.
 *
 * @param input the picture that goes in, under the name {@link #IMAGE}
 * @param nodes each takes the picture or earlier nodes
 */
public record Network(Input input, List<Node> nodes) {

  /** The name of the picture among a node's inputs. */
  public static final String IMAGE = "image";

  /** Below this, no layer's sizes overflow. */
  private static final long LARGEST = 1L << 29;

  /**
   * @throws BadInputException if layers do not fit together; the message names the layer, the shape
   *     it got and what it needs
   */
  public Network {
    nodes = List.copyOf(nodes);
    if (nodes.isEmpty()) {
      throw new BadInputException("network: needs at least one layer");
    }
    Shape last = shapes(input, nodes).get(nodes.get(nodes.size() - 1).name());
    if (!last.equals(Shape.of(4))) {
      throw new BadInputException(
          "network: the last layer '"
              + nodes.get(nodes.size() - 1).name()
              + "' must give a box (4 numbers), it gives "
              + last);
    }
    int boxes = rows(nodes).get(nodes.get(nodes.size() - 1).name());
    if (boxes != 1) {
      throw new BadInputException(
          "network: the last layer gives " + boxes + " boxes for each picture, it must give one");
    }
    count(input, nodes);
  }

  /** Fails early where a count would not fit. */
  private static void count(Input input, List<Node> nodes) {
    Map<String, Shape> shapes = shapes(input, nodes);
    for (Node node : nodes) {
      try {
        node.layer().parameters(inputs(node, shapes)).forEach(p -> p.shape().elements());
        node.layer().multiplyAdds(inputs(node, shapes));
      } catch (ArithmeticException e) {
        throw new BadInputException(where(node) + " is too large to be counted", e);
      }
    }
  }

  /** The shape of the picture and of every node's output, by name, in order. */
  public Map<String, Shape> shapes() {
    return shapes(input, nodes);
  }

  /** How many outputs each node has for one picture, by name, in order. */
  public Map<String, Integer> rows() {
    return rows(nodes);
  }

  /** What training moves and what layers follow themselves, in the order of the nodes. */
  public List<NodeParameter> parameters() {
    Map<String, Shape> shapes = shapes();
    List<NodeParameter> all = new ArrayList<>();
    for (Node node : nodes) {
      for (Parameter parameter : node.layer().parameters(inputs(node, shapes))) {
        all.add(new NodeParameter(node, parameter));
      }
    }
    return List.copyOf(all);
  }

  /** How many numbers {@link #parameters} hold. */
  public long parameterCount() {
    return parameters().stream().mapToLong(p -> p.parameter().shape().elements()).sum();
  }

  /** Multiplications with additions for one picture. */
  public long multiplyAdds() {
    Map<String, Shape> shapes = shapes();
    Map<String, Integer> rows = rows();
    return nodes.stream()
        .mapToLong(n -> rows.get(n.name()) * n.layer().multiplyAdds(inputs(n, shapes)))
        .sum();
  }

  /**
   * The one node with a layer of this kind.
   *
   * @throws BadInputException if there is none or more than one
   */
  public Node only(Class<? extends Layer> kind) {
    List<Node> found = nodes.stream().filter(n -> kind.isInstance(n.layer())).toList();
    if (found.size() != 1) {
      throw new BadInputException(
          "network: needs exactly one layer " + kind.getSimpleName() + ", has " + found.size());
    }
    return found.get(0);
  }

  /** The node that gives the box. */
  public Node last() {
    return nodes.get(nodes.size() - 1);
  }

  /**
   * This network with another layer in the place of one.
   *
   * @param name of the node
   * @param layer that takes its place and its inputs
   * @throws BadInputException if there is no such node, or the layer does not fit there
   */
  public Network with(String name, Layer layer) {
    List<Node> changed = new ArrayList<>(nodes);
    changed.replaceAll(n -> n.name().equals(name) ? new Node(name, layer, n.inputs()) : n);
    if (nodes.stream().noneMatch(n -> n.name().equals(name))) {
      throw new BadInputException("network: has no layer '" + name + "'");
    }
    return new Network(input, changed);
  }

  /** The name of the node that gives the box. */
  public String output() {
    return last().name();
  }

  private static List<Shape> inputs(Node node, Map<String, Shape> shapes) {
    return node.inputs().stream().map(shapes::get).toList();
  }

  private static Map<String, Shape> shapes(Input input, List<Node> nodes) {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    shapes.put(IMAGE, input.shape());
    for (Node node : nodes) {
      for (String from : node.inputs()) {
        if (!shapes.containsKey(from)) {
          throw new BadInputException(
              where(node) + " takes '" + from + "', which is not the image nor an earlier layer");
        }
      }
      if (shapes.containsKey(node.name())) {
        throw new BadInputException(where(node) + " has a name that is taken already");
      }
      try {
        Shape shape = node.layer().output(inputs(node, shapes));
        if (shape.elements() > LARGEST) {
          throw new BadInputException("gives " + shape + ", more than 2^29 numbers");
        }
        shapes.put(node.name(), shape);
      } catch (BadInputException e) {
        throw new BadInputException(where(node) + ": " + e.getMessage(), e);
      }
    }
    return shapes;
  }

  private static Map<String, Integer> rows(List<Node> nodes) {
    Map<String, Integer> rows = new LinkedHashMap<>();
    rows.put(IMAGE, 1);
    for (Node node : nodes) {
      try {
        rows.put(node.name(), node.layer().rows(node.inputs().stream().map(rows::get).toList()));
      } catch (BadInputException e) {
        throw new BadInputException(where(node) + ": " + e.getMessage(), e);
      }
    }
    return rows;
  }

  private static String where(Node node) {
    return "network: layer '" + node.name() + "' (" + node.layer().getClass().getSimpleName() + ")";
  }
}
