package io.boxfit.model.setting;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as text: the fewest digits that read back as the same double.
 *
 * <p>Not {@code Double.toString}, whose digits changed with JDK 19: a recipe's digest must not
 * depend on the JDK.
 */
public final class Decimal {
  private static final int ENOUGH_DIGITS = 17;

  private Decimal() {}

  /**
   * For example {@code 12}, {@code 0.015}, {@code 1e-8}.
   *
   * @param value finite
   */
  public static String text(double value) {
    if (value == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    BigDecimal shortest = shortest(value);
    int exponent = shortest.precision() - shortest.scale() - 1;
    if (exponent >= -4 && exponent < 15) {
      return shortest.toPlainString();
    }
    String digits = shortest.unscaledValue().abs().toString();
    String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
    return (value < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + exponent;
  }

  private static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits < ENOUGH_DIGITS; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (rounded.doubleValue() == value) {
        return rounded.stripTrailingZeros();
      }
    }
    return exact.round(new MathContext(ENOUGH_DIGITS)).stripTrailingZeros();
  }
}
