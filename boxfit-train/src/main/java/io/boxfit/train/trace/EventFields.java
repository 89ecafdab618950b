package io.boxfit.train.trace;

import com.fasterxml.jackson.databind.JsonNode;
import io.boxfit.core.BadInputException;
import io.boxfit.model.setting.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.BiFunction;

/**
 * The fields of one JSON object. What is null counts as missing; what is there must be of its type.
 *
 * @param node the object
 * @param where file, line and event, for messages
 */
record EventFields(JsonNode node, String where) {

  boolean has(String field) {
    return node.hasNonNull(field);
  }

  JsonNode required(String field) {
    if (!has(field)) {
      throw refusal(field, "is missing");
    }
    return node.get(field);
  }

  /** The fields of an object within this one. */
  EventFields object(String field) {
    JsonNode value = required(field);
    if (!value.isObject()) {
      throw refusal(field, "is no object");
    }
    return new EventFields(value, where + ": " + field);
  }

  /** The fields of an object within this one, where it is told. */
  Optional<EventFields> optionalObject(String field) {
    return has(field) ? Optional.of(object(field)) : Optional.empty();
  }

  /** The objects of a list within this one; none where it is not told. */
  List<EventFields> objects(String field) {
    List<EventFields> objects = new ArrayList<>();
    if (has(field)) {
      if (!node.get(field).isArray()) {
        throw refusal(field, "is no list");
      }
      for (JsonNode one : node.get(field)) {
        String name = field + "[" + objects.size() + "]";
        if (!one.isObject()) {
          throw refusal(name, "is no object");
        }
        objects.add(new EventFields(one, where + ": " + name));
      }
    }
    return objects;
  }

  /** The counts of a list within this one; none where it is not told. */
  List<Long> counts(String field) {
    return list(field, this::count);
  }

  /** The numbers of a list within this one; none where it is not told. */
  List<Double> numbers(String field) {
    return list(field, this::number);
  }

  /** The texts of a list within this one; none where it is not told. */
  List<String> texts(String field) {
    return list(field, this::text);
  }

  private <T> List<T> list(String field, BiFunction<JsonNode, String, T> read) {
    List<T> values = new ArrayList<>();
    if (has(field)) {
      if (!node.get(field).isArray()) {
        throw refusal(field, "is no list");
      }
      for (JsonNode one : node.get(field)) {
        values.add(read.apply(one, field + "[" + values.size() + "]"));
      }
    }
    return values;
  }

  /** True or false, where it is told. */
  Optional<Boolean> optionalTruth(String field) {
    if (!has(field)) {
      return Optional.empty();
    }
    if (!node.get(field).isBoolean()) {
      throw refusal(field, "is neither true nor false");
    }
    return Optional.of(node.get(field).booleanValue());
  }

  double number(String field) {
    return number(required(field), field);
  }

  double number(String field, double unknown) {
    return has(field) ? number(field) : unknown;
  }

  OptionalDouble optionalNumber(String field) {
    return has(field) ? OptionalDouble.of(number(field)) : OptionalDouble.empty();
  }

  OptionalDouble optionalShare(String field) {
    OptionalDouble share = optionalNumber(field);
    if (share.isPresent() && !(share.getAsDouble() >= 0 && share.getAsDouble() <= 1)) {
      throw refusal(field, "is " + share.getAsDouble() + "; a share lies between 0 and 1");
    }
    return share;
  }

  /** A number of JSON, or one of the texts that stand for what JSON has no number for. */
  double number(JsonNode value, String field) {
    if (value.isNumber()) {
      return value.doubleValue();
    }
    return switch (value.isTextual() ? value.textValue() : "") {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default ->
          throw refusal(
              field,
              "is "
                  + Quoted.of(value.toString())
                  + "; write a number, or \"NaN\" where it is none");
    };
  }

  long count(String field) {
    return count(required(field), field);
  }

  private long count(JsonNode value, String field) {
    boolean whole = value.isNumber() && value.doubleValue() == Math.rint(value.doubleValue());
    if (!whole || !value.canConvertToLong() || value.longValue() < 0) {
      throw refusal(
          field, "is " + Quoted.of(value.toString()) + "; write a whole number from 0 up");
    }
    return value.longValue();
  }

  long count(String field, long unknown) {
    return has(field) ? count(field) : unknown;
  }

  int smallCount(String field) {
    long count = count(field, 0);
    if (count > Integer.MAX_VALUE) {
      throw refusal(field, "is " + count + "; at most " + Integer.MAX_VALUE);
    }
    return (int) count;
  }

  OptionalLong optionalCount(String field) {
    return has(field) ? OptionalLong.of(count(field)) : OptionalLong.empty();
  }

  String text(String field) {
    if (!has(field)) {
      return "";
    }
    return text(node.get(field), field);
  }

  private String text(JsonNode value, String field) {
    if (!value.isTextual()) {
      throw refusal(field, "is " + Quoted.of(value.toString()) + "; write a text in quotes");
    }
    return value.textValue();
  }

  BadInputException refusal(String field, String what) {
    return new BadInputException(where + ": " + Quoted.of(field) + " " + what);
  }
}
