package io.boxfit.core;

/**
 * Something a person gave to Boxfit cannot be used.
 *
 * <p>The message is one line for that person: what is wrong, where (file, line, field), what to do.
 * The command line prints it alone and exits with 2.
 */
public final class BadInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message one line: what is wrong, where, what to do
   */
  public BadInputException(String message) {
    super(message);
  }

  /**
   * @param message one line: what is wrong, where, what to do
   * @param cause what the machine said, shown with {@code --debug}
   */
  public BadInputException(String message, Throwable cause) {
    super(message, cause);
  }
}
