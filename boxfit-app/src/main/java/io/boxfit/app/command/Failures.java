package io.boxfit.app.command;

import io.boxfit.core.BadInputException;
import io.boxfit.train.engine.EngineException;
import io.boxfit.train.loop.NonFiniteLossException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;

/** Tells what went wrong: one line on standard error, and an exit code. */
final class Failures {
  private final PrintStream err;
  private final boolean debug;

  /**
   * @param err standard error
   * @param debug whether to print stack traces too
   */
  Failures(PrintStream err, boolean debug) {
    this.err = err;
    this.debug = debug;
  }

  int report(Throwable failure) {
    err.println("boxfit: " + line(failure));
    if (debug) {
      failure.printStackTrace(err);
    }
    if (failure instanceof StoppedException || failure instanceof CancellationException) {
      return ExitCode.STOPPED;
    }
    return failure instanceof BadInputException ? ExitCode.BAD_INPUT : ExitCode.FAILED;
  }

  private static String line(Throwable failure) {
    if (failure instanceof BadInputException
        || failure instanceof StoppedException
        || failure instanceof NonFiniteLossException
        || failure instanceof EngineException) {
      return oneLine(failure.getMessage());
    }
    if (failure instanceof CancellationException) {
      return "stopped";
    }
    if (failure instanceof UncheckedIOException) {
      return withCause(failure);
    }
    if (failure instanceof OutOfMemoryError) {
      return "not enough memory (" + oneLine(String.valueOf(failure.getMessage())) + ")";
    }
    return "internal error, please report it: "
        + failure.getClass().getSimpleName()
        + (failure.getMessage() == null ? "" : ": " + oneLine(failure.getMessage()))
        + "; run again with --debug for details";
  }

  /** What could not be done and why: only the innermost says that a disk is full. */
  private static String withCause(Throwable failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    String text = String.valueOf(failure.getMessage());
    String why = String.valueOf(innermost.getMessage());
    return oneLine(text.contains(why) ? text : text + ": " + why);
  }

  static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
