package io.boxfit.doctor.rule;

import java.util.Locale;

/** Figures in sentences. */
final class Words {
  private Words() {}

  /** Two digits behind the point. */
  static String figure(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  /** One digit behind the point. */
  static String pixels(double value) {
    return String.format(Locale.ROOT, "%.1f px", value);
  }

  /** Whole percents. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f%%", 100 * share);
  }

  /** Two digits and a power of ten where that is shorter. */
  static String rough(double value) {
    return String.format(Locale.ROOT, "%.2g", value);
  }
}
