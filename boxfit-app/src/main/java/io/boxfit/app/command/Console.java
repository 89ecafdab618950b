package io.boxfit.app.command;

import io.boxfit.app.progress.Screen;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/**
 * What a command talks to.
 *
 * @param out results, and nothing else
 * @param screen progress, warnings and errors
 * @param colors whether help may be coloured
 * @param name under which Boxfit was called, for commands to copy
 * @param stop whether the process is told to end; asked between pieces of work
 */
public record Console(
    StandardOutput out, Screen screen, boolean colors, String name, BooleanSupplier stop) {
  private static final Pattern PLAIN = Pattern.compile("[\\w./:~+-]+");

  /** A line for the person in front: a step that begins, a warning. */
  void say(String line) {
    screen.stream().println(line);
  }

  /** A command line to copy, with quotes where a shell needs them. */
  String command(String words, Path last) {
    return quoted(name) + " " + words + " " + quoted(last.toString());
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
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
