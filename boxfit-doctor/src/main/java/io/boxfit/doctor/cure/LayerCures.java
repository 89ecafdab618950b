package io.boxfit.doctor.cure;

import io.boxfit.core.box.BoxUnit;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.model.layer.AveragePool2D;
import io.boxfit.model.layer.BatchNorm;
import io.boxfit.model.layer.BoxHead;
import io.boxfit.model.layer.Conv2D;
import io.boxfit.model.layer.Dense;
import io.boxfit.model.layer.Dropout;
import io.boxfit.model.layer.GlobalAveragePool2D;
import io.boxfit.model.layer.GlobalMaxPool2D;
import io.boxfit.model.layer.Layer;
import io.boxfit.model.layer.LayerNorm;
import io.boxfit.model.layer.MaxPool2D;
import io.boxfit.model.layer.ReLU;
import io.boxfit.model.layer.Shape;
import io.boxfit.model.layer.Sigmoid;
import io.boxfit.model.layer.Softmax;
import io.boxfit.model.layer.Tanh;
import io.boxfit.model.network.Network;
import io.boxfit.model.network.Node;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Cures that put another layer in the place of one, or change a number of it. */
final class LayerCures {
  private static final double MUCH_DROPPED = 0.5;
  private static final double SLOW_MOMENTUM = 0.99;
  private static final int SIDES = 4;
  private static final int PLACES = 3;
  private static final String KEEPS_SLOPE = "={leakyRelu: {slope: 0.2}}";

  private LayerCures() {}

  /** Settings of the form {@code network.NAME=...}; none where no layer asks for one. */
  static List<String> of(Condition condition, Network network) {
    return switch (condition) {
      case SOFTMAX_OUTPUT -> OutputCures.without(network, Set.of(Softmax.class, LayerNorm.class));
      case DEAD_OUTPUT -> OutputCures.without(network, Set.of(ReLU.class, Tanh.class));
      case DROPOUT_TOO_HIGH -> dropouts(network);
      case HEAD_TOO_SMALL ->
          both(
              each(
                  network,
                  node -> node.layer() instanceof Dense d && d.units() < SIDES,
                  node -> ".dense.units=64"),
              each(
                  network,
                  node -> node.layer() instanceof Conv2D c && c.filters() < SIDES,
                  node -> ".conv2d.filters=8"));
      case POSITION_LOST -> position(network);
      case TARGETS_NOT_SCALED ->
          each(
              network,
              node -> node.layer() instanceof BoxHead h && h.unit() == BoxUnit.PIXELS,
              node -> ".boxHead.unit=relative");
      case BATCH_NORM_NOT_SETTLED ->
          both(
              each(
                  network,
                  node ->
                      node.layer() instanceof BatchNorm n
                          && n.momentum() >= SLOW_MOMENTUM
                          && !OutputCures.isBehind(network, node),
                  node -> ".batchNorm.momentum=0.9"),
              OutputCures.without(network, Set.of(BatchNorm.class)));
      case VANISHING_GRADIENT ->
          each(
              network,
              node -> !isOutput(node, network) && (is(node, Sigmoid.class) || is(node, Tanh.class)),
              node -> KEEPS_SLOPE);
      case DEAD_UNITS ->
          both(
              each(
                  network,
                  node -> !isOutput(node, network) && is(node, ReLU.class),
                  node -> KEEPS_SLOPE),
              biases(network));
      case SATURATED_OUTPUT -> biases(network);
      case ZERO_START, FIRST_WEIGHTS_TOO_SMALL, FIRST_WEIGHTS_TOO_LARGE ->
          both(
              each(
                  network,
                  node -> node.layer() instanceof Dense d && d.initializer().isPresent(),
                  node -> ".dense.initializer=glorotUniform"),
              each(
                  network,
                  node -> node.layer() instanceof Conv2D c && c.initializer().isPresent(),
                  node -> ".conv2d.initializer=glorotUniform"));
      default -> List.of();
    };
  }

  /** Positions need a map's numbers together; a vector can do without some. */
  private static List<String> dropouts(Network network) {
    return both(
        each(
            network,
            node ->
                node.layer() instanceof Dropout d
                    && d.share() >= MUCH_DROPPED
                    && !OutputCures.isBehind(network, node),
            node ->
                network.shapes().get(node.name()).rank() > 1 ? "=linear" : ".dropout.share=0.2"),
        OutputCures.without(network, Set.of(Dropout.class)));
  }

  /** First biases of its own may be what keeps units shut, or sides at an end. */
  private static List<String> biases(Network network) {
    return both(
        each(
            network,
            node -> node.layer() instanceof Dense d && d.biasInitializer().isPresent(),
            node -> ".dense.biasInitializer=zeros"),
        each(
            network,
            node -> node.layer() instanceof Conv2D c && c.biasInitializer().isPresent(),
            node -> ".conv2d.biasInitializer=zeros"));
  }

  /** Without what makes one place, or one or two along an axis, of a map. */
  private static List<String> position(Network network) {
    return both(
        each(
            network,
            node -> is(node, GlobalAveragePool2D.class) || is(node, GlobalMaxPool2D.class),
            node -> "=flatten"),
        each(
            network,
            node ->
                (is(node, AveragePool2D.class) || is(node, MaxPool2D.class))
                    && leavesFew(network.shapes().get(node.name())),
            node -> "=linear"));
  }

  /** Of a map of channels, rows and columns. */
  private static boolean leavesFew(Shape map) {
    return Math.min(map.size(1), map.size(2)) < PLACES;
  }

  private static List<String> both(List<String> some, List<String> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  private static List<String> each(
      Network network, Predicate<Node> which, Function<Node, String> change) {
    return network.nodes().stream()
        .filter(which)
        .map(node -> "network." + node.name() + change.apply(node))
        .toList();
  }

  private static boolean is(Node node, Class<? extends Layer> kind) {
    return kind.isInstance(node.layer());
  }

  private static boolean isOutput(Node node, Network network) {
    return network.last().inputs().contains(node.name());
  }
}
