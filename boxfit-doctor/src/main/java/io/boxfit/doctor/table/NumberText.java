package io.boxfit.doctor.table;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers as programs print them: decimal, or one of the words for what is no number. */
final class NumberText {
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");
  private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?[0-9]*,[0-9]+");

  private NumberText() {}

  /**
   * The number, NaN and infinities too; empty if it is none.
   *
   * @param text may have brackets around it, for cells at the ends of a list
   */
  static OptionalDouble parse(String text) {
    String bare = bare(text);
    if (DECIMAL.matcher(bare).matches()) {
      return OptionalDouble.of(Double.parseDouble(bare));
    }
    boolean minus = bare.startsWith("-");
    String word = minus || bare.startsWith("+") ? bare.substring(1) : bare;
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "nan" -> OptionalDouble.of(Double.NaN);
      case "inf", "infinity" ->
          OptionalDouble.of(minus ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
      default -> OptionalDouble.empty();
    };
  }

  /**
   * The number of a cell; NaN for an empty one, as pandas and R write it.
   *
   * @throws io.boxfit.core.BadInputException if it is text
   */
  static double require(String text, Place place) {
    String bare = bare(text);
    if (bare.isEmpty() || bare.equals("NA") || bare.equals("None") || bare.equals("null")) {
      return Double.NaN;
    }
    return parse(bare)
        .orElseThrow(
            () ->
                place.error(
                    Place.quoted(text)
                        + (DECIMAL_COMMA.matcher(bare).matches()
                            ? " has a decimal comma; write a decimal point"
                            : " is not a number; write one there, or nan")));
  }

  private static String bare(String text) {
    int begin = 0;
    int end = text.length();
    while (begin < end && "[( \t".indexOf(text.charAt(begin)) >= 0) {
      begin++;
    }
    while (begin < end && "]) \t".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(begin, end);
  }
}
