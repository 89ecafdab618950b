package io.boxfit.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class FailuresTest {
  private static String told(Throwable failure, int exitCode) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Failures failures = new Failures(new PrintStream(err, true, StandardCharsets.UTF_8), false);
    assertEquals(exitCode, failures.report(failure));
    return err.toString(StandardCharsets.UTF_8).strip();
  }

  @Test
  void fullDiskIsToldByItsCause() {
    IOException cause = new IOException("No space left on device");
    assertEquals(
        "boxfit: cannot write R: No space left on device",
        told(new UncheckedIOException("cannot write R", new IOException("R/a", cause)), 1));
  }

  @Test
  void whatNobodyThoughtOfIsOneLineToo() {
    assertEquals(
        "boxfit: internal error, please report it: IllegalStateException: a b;"
            + " run again with --debug for details",
        told(new IllegalStateException("a\n  b"), ExitCode.FAILED));
    assertEquals(
        "boxfit: not enough memory (Java heap space)",
        told(new OutOfMemoryError("Java heap space"), ExitCode.FAILED));
  }
}
