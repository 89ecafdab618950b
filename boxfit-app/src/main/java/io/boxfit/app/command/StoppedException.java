package io.boxfit.app.command;

/** The process was told to end before the work was done. The message is one line for people. */
final class StoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoppedException(String message) {
    super(message);
  }
}
