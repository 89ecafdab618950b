package io.boxfit.data.annotation;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Numbers of pixels as files write them. */
final class PixelNumber {
  /** More than any picture has; what is beyond is a slip or an attack. */
  static final double LARGEST = 1e9;

  private static final int LONGEST = 400;
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?");

  private PixelNumber() {}

  /** The number that a text holds; empty if it holds none, or one that no picture has. */
  static OptionalDouble parse(String text) {
    String bare = text.strip();
    if (bare.length() > LONGEST || !DECIMAL.matcher(bare).matches()) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(bare);
    return isPossible(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  /** Finite, and at most a billion from 0. */
  static boolean isPossible(double value) {
    return Math.abs(value) <= LARGEST;
  }

  /** The size of a picture that a text holds; some tools write 640.0. */
  static OptionalInt parseSize(String text) {
    OptionalDouble value = parse(text);
    return value.isPresent() && isSize(value.getAsDouble())
        ? OptionalInt.of((int) value.getAsDouble())
        : OptionalInt.empty();
  }

  /** Whole and not negative. */
  static boolean isSize(double value) {
    return isPossible(value) && value >= 0 && value == Math.rint(value);
  }

  /**
   * The sum of two written numbers as a person would write it: 0.1 and 0.6 give 0.7, where adding
   * in floating point loses the last digit on the way.
   *
   * @param a as {@link #parse} takes it
   * @param b as {@link #parse} takes it
   */
  static double sum(String a, String b) {
    return new BigDecimal(a.strip()).add(new BigDecimal(b.strip())).doubleValue();
  }

  /** The difference, written such that {@link #sum} gives {@code a} again. */
  static String difference(double a, double b) {
    BigDecimal exact = BigDecimal.valueOf(a).subtract(BigDecimal.valueOf(b));
    return exact.scale() > LONGEST / 2
        ? text(a - b)
        : exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
  }

  /** The shortest way to write it: whole numbers without a point. */
  static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.format(Locale.ROOT, "%d", (long) value)
        : Double.toString(value);
  }
}
