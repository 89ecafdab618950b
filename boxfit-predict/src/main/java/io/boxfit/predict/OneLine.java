package io.boxfit.predict;

/** Foreign text made fit for a message: files can hold anything, even terminal commands. */
final class OneLine {
  private static final int LENGTH = 160;

  private OneLine() {}

  /** The first line without control characters, cut at 160 characters; "null" for null. */
  static String of(String text) {
    String line = String.valueOf(text).strip().lines().findFirst().orElse("");
    line = line.replaceAll("\\p{Cntrl}", "?");
    return line.length() <= LENGTH ? line : line.substring(0, LENGTH) + "...";
  }
}
