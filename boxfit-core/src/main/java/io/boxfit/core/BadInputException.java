package io.boxfit.core;

/**
 * Something a person gave to Boxfit cannot be used.
 *
 * <p>The message is one line for that person: what is wrong, where (file, line, field), what to do.
 * The command line prints it alone and exits with 2. Control characters become spaces, what is
 * endless is cut.
 */
public final class BadInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 1000;

  /**
   * @param message one line: what is wrong, where, what to do
   */
  public BadInputException(String message) {
    super(oneLine(message));
  }

  /**
   * @param message one line: what is wrong, where, what to do
   * @param cause what the machine said, shown with {@code --debug}
   */
  public BadInputException(String message, Throwable cause) {
    super(oneLine(message), cause);
  }

  /** Messages quote what stands in files: line ends, terminal commands, megabytes. */
  private static String oneLine(String message) {
    String line = String.valueOf(message).replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }
}
