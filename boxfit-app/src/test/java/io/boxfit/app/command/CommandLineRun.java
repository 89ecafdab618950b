package io.boxfit.app.command;

import io.boxfit.app.progress.Screen;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * One command, run as the process would run it.
 *
 * @param exitCode of the process
 * @param out standard output
 * @param err standard error
 */
record CommandLineRun(int exitCode, String out, String err) {

  static CommandLineRun of(Object... args) {
    return of(() -> false, args);
  }

  static CommandLineRun of(BooleanSupplier stop, Object... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new StandardOutput(out, false),
            Screen.plain(new PrintStream(err, true, StandardCharsets.UTF_8)),
            false,
            "./boxfit",
            stop);
    List<String> words = Arrays.stream(args).map(String::valueOf).toList();
    int exitCode = BoxfitCommand.run(words, console, false);
    return new CommandLineRun(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** This run, where it ended well. */
  CommandLineRun done() {
    if (exitCode != ExitCode.DONE) {
      throw new AssertionError("exit code " + exitCode + ": " + err);
    }
    return this;
  }
}
