package io.boxfit.app.progress;

import java.io.PrintStream;

/**
 * Where progress is shown.
 *
 * @param stream standard error
 * @param interactive whether a person looks at it: a terminal, not a file
 * @param columns of the terminal
 */
public record Screen(PrintStream stream, boolean interactive, int columns) {
  private static final int LEAST_COLUMNS = 40;

  /** Keeps enough columns for a line that says something. */
  public Screen {
    columns = Math.max(LEAST_COLUMNS, columns);
  }

  /** A file or a pipe. */
  public static Screen plain(PrintStream stream) {
    return new Screen(stream, false, 100);
  }
}
