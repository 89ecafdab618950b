package io.boxfit.train.engine;

/** The engine itself does not work on this machine. The message is one line for people. */
public final class EngineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EngineException(String message, Throwable cause) {
    super(message, cause);
  }
}
