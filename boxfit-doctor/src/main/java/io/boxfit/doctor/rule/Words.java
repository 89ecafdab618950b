package io.boxfit.doctor.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Figures in sentences. */
public final class Words {
  private static final double SMALL = 1e-4;
  private static final double LARGE = 1e6;

  private Words() {}

  /** Two digits behind the point. */
  public static String figure(double value) {
    // No sign before zero.
    return String.format(Locale.ROOT, "%.2f", Math.abs(value) < 0.005 ? 0 : value);
  }

  /** One digit behind the point. */
  public static String pixels(double value) {
    return String.format(Locale.ROOT, "%.1f px", value);
  }

  /** Whole percents. */
  public static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f%%", 100 * share);
  }

  /** Two digits that count: 0.001, 1.5E-7, 260. */
  public static String rough(double value) {
    if (!Double.isFinite(value)) {
      return String.valueOf(value);
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(2)).stripTrailingZeros();
    double size = Math.abs(value);
    return size >= SMALL && size < LARGE ? rounded.toPlainString() : rounded.toString();
  }
}
