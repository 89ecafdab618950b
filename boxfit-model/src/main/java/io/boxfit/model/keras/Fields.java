package io.boxfit.model.keras;

import com.fasterxml.jackson.databind.JsonNode;
import io.boxfit.core.BadInputException;
import io.boxfit.model.setting.Quoted;
import java.util.Optional;

/**
 * The configuration of one thing, by key. What is null in the file counts as absent.
 *
 * @param where what it belongs to, for errors
 */
record Fields(JsonNode node, String where) {

  Optional<JsonNode> at(String key) {
    return Optional.of(node.path(key)).filter(value -> !value.isMissingNode() && !value.isNull());
  }

  boolean truth(String key, boolean otherwise) {
    return at(key).map(value -> value.asBoolean(otherwise)).orElse(otherwise);
  }

  String text(String key, String otherwise) {
    return at(key).map(JsonNode::asText).orElse(otherwise);
  }

  int whole(String key) {
    return whole(key, at(key).orElseThrow(() -> error("has no " + key)));
  }

  int whole(String key, int otherwise) {
    return at(key).map(value -> whole(key, value)).orElse(otherwise);
  }

  private int whole(String key, JsonNode value) {
    if (!value.isNumber() || value.asDouble() != value.intValue()) {
      throw error(key + " must be a whole number, got " + shown(value));
    }
    return value.intValue();
  }

  /**
   * One number for both axes: {@code 3}, {@code [3, 3]}.
   *
   * @throws BadInputException if the two differ
   */
  int square(String key, int otherwise) {
    JsonNode value = at(key).orElse(null);
    if (value == null) {
      return otherwise;
    }
    if (!value.isArray()) {
      return whole(key, value);
    }
    if (value.size() != 2 || !value.get(0).equals(value.get(1))) {
      throw error(
          key + " " + shown(value) + " has no counterpart here, both numbers must be the same");
    }
    return whole(key, value.get(0));
  }

  double number(String key, double otherwise) {
    return at(key).map(value -> number(key, value)).orElse(otherwise);
  }

  Optional<Double> number(String key) {
    return at(key).map(value -> number(key, value));
  }

  /** Keras writes the double next to a float: 0.001 as 0.0010000000474974513. */
  private double number(String key, JsonNode value) {
    if (!value.isNumber()) {
      throw error(key + " must be a number, got " + shown(value));
    }
    double exact = value.doubleValue();
    float rounded = (float) exact;
    return rounded == exact ? Double.parseDouble(Float.toString(rounded)) : exact;
  }

  /** A value for one line of a message. */
  static String shown(JsonNode value) {
    return Quoted.cut(value.toString());
  }

  BadInputException error(String message) {
    return new BadInputException((where.isEmpty() ? "" : where + ": ") + message);
  }
}
