package io.boxfit.train.loop;

/** The loss turned into something that is not a number. The message is one line for people. */
public final class NonFiniteLossException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NonFiniteLossException(String message) {
    super(message);
  }
}
