package io.boxfit.model.keras;

import com.fasterxml.jackson.databind.JsonNode;
import io.boxfit.core.BadInputException;
import io.boxfit.model.network.Input;
import java.util.List;
import java.util.stream.Stream;

/** The size of the picture that a model takes, wherever its version of Keras wrote it. */
final class InputSize {
  private static final List<String> KEYS = List.of("batch_shape", "batch_input_shape");

  private InputSize() {}

  /** The size; (batch, height, width, channels) in the file, or without channels for gray. */
  static Input of(JsonNode model) {
    JsonNode shape =
        Stream.concat(
                layers(model),
                Stream.of(
                    model.path("config").path("build_input_shape"),
                    model.path("build_config").path("input_shape")))
            .filter(JsonNode::isArray)
            .findFirst()
            .orElseThrow(
                () ->
                    new BadInputException(
                        "does not tell the size of its input; build it with an Input layer"));
    for (int i = 1; i < shape.size(); i++) {
      if (!shape.get(i).isInt()) {
        throw new BadInputException(
            "takes inputs of any size, " + Fields.shown(shape) + "; build it with a fixed one");
      }
    }
    if (shape.size() != 3 && shape.size() != 4) {
      throw new BadInputException(
          "takes " + Fields.shown(shape) + ", no pictures (batch, height, width, channels)");
    }
    int channels = shape.size() == 4 ? shape.get(3).intValue() : 1;
    if (channels != 1 && channels != 3) {
      throw new BadInputException(
          "takes "
              + Fields.shown(shape)
              + ", pictures of "
              + channels
              + " channels; Boxfit's have 1 or 3, and they come last");
    }
    return new Input(shape.get(2).intValue(), shape.get(1).intValue(), channels);
  }

  /** The first layer that tells one; of a model within a model, its own first. */
  private static Stream<JsonNode> layers(JsonNode model) {
    JsonNode layers = GraphReader.layers(model);
    return Stream.iterate(0, i -> i < layers.size(), i -> i + 1)
        .map(layers::get)
        .flatMap(
            layer ->
                GraphReader.isModel(layer.path("class_name").asText())
                    ? layers(layer)
                    : KEYS.stream().map(key -> layer.path("config").path(key)));
  }
}
