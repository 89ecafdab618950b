package io.boxfit.app.command;

import io.boxfit.app.progress.Screen;
import java.io.PrintStream;
import java.util.function.BooleanSupplier;

/**
 * What a command talks to.
 *
 * @param out results, and nothing else
 * @param screen progress, warnings and errors
 * @param colors whether help may be coloured
 * @param stop whether the process is told to end; asked between pieces of work
 */
public record Console(PrintStream out, Screen screen, boolean colors, BooleanSupplier stop) {

  /** A line for the person in front: a step that begins, a warning. */
  void say(String line) {
    screen.stream().println(line);
  }

  /**
   * To be called between pieces of work.
   *
   * @throws StoppedException once the process is told to end
   */
  void requireGoingOn() {
    if (stop.getAsBoolean()) {
      throw new StoppedException("stopped");
    }
  }
}
