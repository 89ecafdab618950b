package io.boxfit.model.keras;

import com.fasterxml.jackson.databind.JsonNode;
import io.boxfit.model.layer.Elu;
import io.boxfit.model.layer.Gelu;
import io.boxfit.model.layer.Layer;
import io.boxfit.model.layer.LeakyReLU;
import io.boxfit.model.layer.ReLU;
import io.boxfit.model.layer.Sigmoid;
import io.boxfit.model.layer.Silu;
import io.boxfit.model.layer.Softmax;
import io.boxfit.model.layer.Tanh;
import java.util.List;
import java.util.Optional;

/** Activations: layers of their own, or written into another. */
final class Activations {
  private Activations() {}

  /** Adds the activation that is written into a layer, behind its node. */
  static String after(Call call, String node, JsonNode written) {
    ClassName kind = ClassName.of(written);
    Fields config = new Fields(written.path("config"), call.config().where());
    Optional<Layer> layer =
        written.isObject() && !written.path("config").isTextual()
            ? Optional.of(layer(kind, config))
            : function(kind, call.config());
    return layer
        .map(
            l ->
                call.nodes()
                    .add(call.name() + "." + kind.plain(), l, List.of(node), call.config().where()))
        .orElse(node);
  }

  /** The layer {@code Activation}. */
  static String named(Call call) {
    JsonNode written =
        call.config().at("activation").orElseThrow(() -> call.config().error("has no activation"));
    return function(ClassName.of(written), call.config()).map(call::is).orElse(call.input());
  }

  /** A layer that is an activation. */
  static String layer(Call call) {
    call.requireLastAxis("axis");
    return call.is(layer(call.kind(), call.config()));
  }

  private static Layer layer(ClassName kind, Fields config) {
    return switch (kind.plain()) {
      case "relu" -> relu(config);
      case "leakyrelu" ->
          new LeakyReLU(config.number("negative_slope", config.number("alpha", 0.3)));
      case "elu" -> new Elu(config.number("alpha", 1));
      case "softmax" -> new Softmax();
      default -> throw config.error("its activation " + kind.quoted() + " has no counterpart here");
    };
  }

  private static Layer relu(Fields config) {
    if (config.at("max_value").isPresent() || config.number("threshold", 0) != 0) {
      throw config.error("a ReLU with max_value or threshold has no counterpart here");
    }
    double slope = config.number("negative_slope", 0);
    return slope == 0 ? new ReLU() : new LeakyReLU(slope);
  }

  /** Empty for one that does nothing. */
  private static Optional<Layer> function(ClassName kind, Fields config) {
    return switch (kind.plain()) {
      case "linear" -> Optional.empty();
      case "relu" -> Optional.of(new ReLU());
      case "leakyrelu" -> Optional.of(new LeakyReLU(0.2));
      case "sigmoid" -> Optional.of(new Sigmoid());
      case "tanh" -> Optional.of(new Tanh());
      case "softmax" -> Optional.of(new Softmax());
      case "elu" -> Optional.of(new Elu(1));
      case "gelu" -> Optional.of(new Gelu());
      case "silu", "swish" -> Optional.of(new Silu());
      default -> throw config.error("its activation " + kind.quoted() + " has no counterpart here");
    };
  }
}
