package io.boxfit.app.report;

import java.util.Locale;

/** Numbers as a reader wants them, the same on every machine. */
final class Numbers {
  private Numbers() {}

  /** Three decimals: 0.974. */
  static String figure(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  /** Two decimals: 0.97. */
  static String rough(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  /** A share with one decimal; only all is 100%, only none is 0%. */
  static String percent(double share) {
    if (share > 0.9994 && share < 1) {
      return "> 99.9%";
    }
    if (share < 0.0006 && share > 0) {
      return "< 0.1%";
    }
    return String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }

  /** With thousands set apart: 20,000. */
  static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
