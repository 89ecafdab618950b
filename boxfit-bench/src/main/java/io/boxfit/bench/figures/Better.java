package io.boxfit.bench.figures;

import java.util.Locale;

/** Which way a measurement should go. */
public enum Better {
  /** As rates should. */
  HIGHER,
  /** As times and sizes should. */
  LOWER;

  /** The name in files: in lower case. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
