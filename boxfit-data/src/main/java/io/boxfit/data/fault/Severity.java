package io.boxfit.data.fault;

import java.util.Locale;

/** How much a fault matters. */
public enum Severity {
  /** Training with it goes wrong, or stops. */
  ERROR,
  /** Probably not meant so; training goes on. */
  WARNING,
  /** Worth knowing. */
  NOTE;

  /** In lower case, as JSON writes it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
