package io.boxfit.predict;

/** Foreign text made fit for a message: files can hold anything, even terminal commands. */
final class OneLine {
  private static final int LENGTH = 160;

  private OneLine() {}

  /**
   * The first line without control characters, cut between words at 160 characters; "null" for
   * null.
   */
  static String of(String text) {
    String line = String.valueOf(text).strip().lines().findFirst().orElse("");
    line = line.replaceAll("\\p{Cntrl}", "?");
    if (line.length() <= LENGTH) {
      return line;
    }
    int blank = line.lastIndexOf(' ', LENGTH);
    return line.substring(0, blank > 0 ? blank : LENGTH) + " ...";
  }
}
