package io.boxfit.doctor.table;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.OptionalDouble;

/** A JSON array of numbers that may be a box; whether it is one is asked where one is needed. */
final class JsonNumbers {
  private static final String NESTED = "a nested value";

  private final double[] values;
  private final long count;
  private final String trouble;
  private final Place place;

  /**
   * @param values the first four numbers
   * @param count how many values the array has
   * @param trouble why it can be no box, or empty
   */
  private JsonNumbers(double[] values, long count, String trouble, Place place) {
    this.values = values;
    this.count = count;
    this.trouble = trouble;
    this.place = place;
  }

  /** A box that stands there otherwise than as an array. */
  static JsonNumbers of(double[] box, Place place) {
    return new JsonNumbers(box, box.length, "", place);
  }

  /** Reads an array whose first token is the parser's, up to the array's end. */
  static JsonNumbers read(JsonParser parser, Place place) throws IOException {
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      return nested(parser, place);
    }
    double[] values = new double[BoxTable.WIDTH];
    long count = 0;
    String trouble = "";
    for (JsonToken token = parser.currentToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      OptionalDouble value = value(parser);
      if (value.isEmpty() && trouble.isEmpty()) {
        trouble =
            (token.isScalarValue() ? Place.quoted(parser.getText()) : NESTED)
                + " stands where a number of the box should be";
      }
      parser.skipChildren();
      if (count < values.length) {
        values[(int) count] = value.orElse(Double.NaN);
      }
      count++;
    }
    return new JsonNumbers(values, count, trouble, place);
  }

  /** One box in a list of its own, as networks give it for each image of a batch. */
  private static JsonNumbers nested(JsonParser parser, Place place) throws IOException {
    parser.nextToken();
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      throw place.error("lists within lists within lists; write four numbers for each image");
    }
    JsonNumbers inner = read(parser, place);
    boolean more = false;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      parser.skipChildren();
      more = true;
    }
    return more
        ? new JsonNumbers(inner.values, inner.count, "several boxes; keep one for each", place)
        : inner;
  }

  /** A number, one of Python's words for what is no number, or null, as pandas writes NaN. */
  static OptionalDouble value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token.isNumeric()) {
      return OptionalDouble.of(parser.getDoubleValue());
    }
    if (token == JsonToken.VALUE_NULL) {
      return OptionalDouble.of(Double.NaN);
    }
    return token == JsonToken.VALUE_STRING
        ? NumberText.parse(parser.getText())
        : OptionalDouble.empty();
  }

  long count() {
    return count;
  }

  /** Whether something stands in it that holds values itself. */
  boolean isNested() {
    return trouble.startsWith(NESTED);
  }

  boolean onlyNumbers() {
    return trouble.isEmpty();
  }

  Place place() {
    return place;
  }

  /**
   * The box.
   *
   * @throws io.boxfit.core.BadInputException if these are not four numbers
   */
  double[] row() {
    if (!trouble.isEmpty()) {
      throw place.error(trouble);
    }
    if (count != BoxTable.WIDTH) {
      throw place.error(count + " numbers; a box has four");
    }
    return values;
  }
}
