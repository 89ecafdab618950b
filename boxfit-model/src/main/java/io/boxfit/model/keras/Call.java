package io.boxfit.model.keras;

import io.boxfit.core.BadInputException;
import io.boxfit.model.layer.Layer;
import io.boxfit.model.layer.Padding;
import io.boxfit.model.layer.Shape;
import java.util.List;

/**
 * A Keras layer where it is called.
 *
 * @param kind its class
 * @param name under which its node is filed
 * @param config what it is made of
 * @param inputs nodes that it takes
 * @param nodes the network so far
 * @param starts how parameters start
 * @param notes what is left out
 */
record Call(
    ClassName kind,
    String name,
    Fields config,
    List<String> inputs,
    NodeList nodes,
    Starts starts,
    Notes notes) {

  /** The only input. */
  String input() {
    if (inputs.size() != 1) {
      throw config.error("needs one input, has " + inputs.size());
    }
    return inputs.get(0);
  }

  /** The only input's shape, channels first. */
  Shape shape() {
    return nodes.shape(input());
  }

  /** Adds what this layer is here. */
  String is(Layer layer) {
    return nodes.add(name, layer, List.of(input()), config.where());
  }

  /** Adds what this layer is here, and the activation that Keras writes into it. */
  String isActivated(Layer layer) {
    String node = is(layer);
    return config
        .at("activation")
        .map(written -> Activations.after(this, node, written))
        .orElse(node);
  }

  Padding padding() {
    return switch (config.text("padding", "valid")) {
      case "valid" -> Padding.VALID;
      case "same" -> Padding.SAME;
      default -> throw config.error("padding must be valid or same");
    };
  }

  /**
   * Refuses an axis that is not the last.
   *
   * @param key of the axis, a number or a list of one
   */
  void requireLastAxis(String key) {
    int rank = nodes.shape(inputs.get(0)).rank();
    config
        .at(key)
        .map(axis -> axis.isArray() && axis.size() == 1 ? axis.get(0) : axis)
        .ifPresent(
            axis -> {
              if (!axis.isInt() || (axis.intValue() != -1 && axis.intValue() != rank)) {
                throw config.error(
                    key + " must be the last, the channels, got " + Fields.shown(axis));
              }
            });
  }

  BadInputException withoutCounterpart(String why) {
    return config.error("has no counterpart here" + why);
  }
}
