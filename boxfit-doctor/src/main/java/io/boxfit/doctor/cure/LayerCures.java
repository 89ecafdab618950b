package io.boxfit.doctor.cure;

import io.boxfit.core.box.BoxUnit;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.model.layer.BatchNorm;
import io.boxfit.model.layer.BoxHead;
import io.boxfit.model.layer.Conv2D;
import io.boxfit.model.layer.Dense;
import io.boxfit.model.layer.Dropout;
import io.boxfit.model.layer.GlobalAveragePool2D;
import io.boxfit.model.layer.GlobalMaxPool2D;
import io.boxfit.model.layer.Layer;
import io.boxfit.model.layer.ReLU;
import io.boxfit.model.layer.Sigmoid;
import io.boxfit.model.layer.Softmax;
import io.boxfit.model.layer.Tanh;
import io.boxfit.model.network.Network;
import io.boxfit.model.network.Node;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Cures that put another layer in the place of one, or change a number of it. */
final class LayerCures {
  private static final double MUCH_DROPPED = 0.75;
  private static final double SLOW_MOMENTUM = 0.99;
  private static final int SIDES = 4;
  private static final String KEEPS_SLOPE = "={leakyRelu: {slope: 0.2}}";

  private LayerCures() {}

  /** Settings of the form {@code network.NAME=...}; none where no layer asks for one. */
  static List<String> of(Condition condition, Network network) {
    return switch (condition) {
      case SOFTMAX_OUTPUT, DEAD_OUTPUT ->
          each(
              network,
              node -> isOutput(node, network) && (is(node, Softmax.class) || is(node, ReLU.class)),
              node -> shares(network) ? "=sigmoid" : "=linear");
      case DROPOUT_TOO_HIGH ->
          each(
              network,
              node -> node.layer() instanceof Dropout d && d.share() >= MUCH_DROPPED,
              node -> ".dropout.share=0.2");
      case HEAD_TOO_SMALL ->
          each(
              network,
              node -> node.layer() instanceof Dense d && d.units() < SIDES,
              node -> ".dense.units=64");
      case POSITION_LOST ->
          each(
              network,
              node -> is(node, GlobalAveragePool2D.class) || is(node, GlobalMaxPool2D.class),
              node -> "=flatten");
      case BATCH_NORM_NOT_SETTLED ->
          each(
              network,
              node -> node.layer() instanceof BatchNorm n && n.momentum() >= SLOW_MOMENTUM,
              node -> ".batchNorm.momentum=0.9");
      case VANISHING_GRADIENT ->
          each(
              network,
              node -> !isOutput(node, network) && (is(node, Sigmoid.class) || is(node, Tanh.class)),
              node -> KEEPS_SLOPE);
      case DEAD_UNITS ->
          Stream.concat(
                  each(
                      network,
                      node -> !isOutput(node, network) && is(node, ReLU.class),
                      node -> KEEPS_SLOPE)
                      .stream(),
                  biases(network).stream())
              .toList();
      case SATURATED_OUTPUT -> biases(network);
      case ZERO_START, FIRST_WEIGHTS_TOO_SMALL, FIRST_WEIGHTS_TOO_LARGE ->
          Stream.concat(
                  each(
                      network,
                      node -> node.layer() instanceof Dense d && d.initializer().isPresent(),
                      node -> ".dense.initializer=glorotUniform")
                      .stream(),
                  each(
                      network,
                      node -> node.layer() instanceof Conv2D c && c.initializer().isPresent(),
                      node -> ".conv2d.initializer=glorotUniform")
                      .stream())
              .toList();
      default -> List.of();
    };
  }

  /** First biases of its own may be what keeps units shut, or sides at an end. */
  private static List<String> biases(Network network) {
    return each(
        network,
        node -> node.layer() instanceof Dense d && d.biasInitializer().isPresent(),
        node -> ".dense.biasInitializer=zeros");
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

  private static boolean shares(Network network) {
    return network.last().layer() instanceof BoxHead head && head.unit() == BoxUnit.RELATIVE;
  }
}
