package io.boxfit.model.keras;

import com.fasterxml.jackson.databind.JsonNode;
import io.boxfit.core.BadInputException;
import io.boxfit.model.initializer.GlorotUniform;
import io.boxfit.model.initializer.Initializer;
import io.boxfit.model.initializer.Zeros;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How parameters start. Keras writes it at every layer; where all agree it is said once, for the
 * whole network.
 *
 * @param kernel of layers that say nothing of their own
 * @param bias of layers that say nothing of their own
 */
record Starts(Initializer kernel, Initializer bias) {
  private static final List<String> KERNELS =
      List.of("kernel_initializer", "depthwise_initializer", "pointwise_initializer");

  /** What all layers of a model agree on, else Keras's defaults. */
  static Starts of(JsonNode model) {
    return new Starts(
        common(KERNELS.stream().flatMap(key -> model.findValues(key).stream()))
            .orElse(new GlorotUniform()),
        common(model.findValues("bias_initializer").stream()).orElse(new Zeros()));
  }

  private static Optional<Initializer> common(Stream<JsonNode> written) {
    Set<Initializer> all = new HashSet<>();
    try {
      written.forEach(value -> all.add(Initializers.read(new Fields(value, ""), value)));
    } catch (BadInputException e) {
      // Its layer says so, if it is read at all.
      return Optional.empty();
    }
    return all.size() == 1 ? Optional.of(all.iterator().next()) : Optional.empty();
  }

  Optional<Initializer> kernel(Fields layer, String key) {
    return own(layer, key, kernel, new GlorotUniform());
  }

  Optional<Initializer> bias(Fields layer) {
    return own(layer, "bias_initializer", bias, new Zeros());
  }

  private static Optional<Initializer> own(
      Fields layer, String key, Initializer common, Initializer otherwise) {
    Initializer start =
        layer.at(key).map(value -> Initializers.read(layer, value)).orElse(otherwise);
    return start.equals(common) ? Optional.empty() : Optional.of(start);
  }
}
