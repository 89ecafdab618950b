package io.boxfit.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.app.progress.Screen;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Results that did not arrive are no success, unless whoever read them had enough. */
final class StandardOutputTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(StandardOutput out, Object... args) {
    Screen screen = Screen.plain(new PrintStream(err, true, StandardCharsets.UTF_8));
    Console console = new Console(out, screen, false, "./boxfit", () -> false);
    List<String> words = List.of(args).stream().map(String::valueOf).toList();
    return BoxfitCommand.run(words, console, false);
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private void requireOneLine() {
    assertEquals(1, said().lines().count(), said());
    assertTrue(said().startsWith("boxfit: the results did not arrive"), said());
    assertTrue(said().contains("No space left on device"), said());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void recipeThatIsLostOnAFullDiskFails() throws IOException {
    try (OutputStream full = new FileOutputStream("/dev/full")) {
      assertEquals(ExitCode.FAILED, run(new StandardOutput(full, false), "recipe", "reliable"));
    }
    requireOneLine();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void helpThatIsLostOnAFullDiskFails() throws IOException {
    try (OutputStream full = new FileOutputStream("/dev/full")) {
      assertEquals(ExitCode.FAILED, run(new StandardOutput(full, false), "train", "--help"));
    }
    requireOneLine();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void workThatWasDoneStandsThoughItsOutcomeIsLost() throws IOException {
    Path letters = folder.resolve("letters");
    try (OutputStream full = new FileOutputStream("/dev/full")) {
      StandardOutput out = new StandardOutput(full, false);
      int exitCode = run(out, "letters", "--count", 3, "--out", letters, "--json");
      assertEquals(ExitCode.FAILED, exitCode);
    }
    assertTrue(said().contains("the results did not arrive"), said());
    assertTrue(Files.isDirectory(letters));
  }

  @Test
  void readerThatHadEnoughIsNoFailure() throws IOException {
    Pipe pipe = Pipe.open();
    pipe.source().close();
    try (OutputStream sink = Channels.newOutputStream(pipe.sink())) {
      assertEquals(ExitCode.DONE, run(new StandardOutput(sink, true), "recipe", "reliable"));
    }
    assertEquals("", said());
  }

  @Test
  void badInputStaysBadInput() throws IOException {
    Pipe pipe = Pipe.open();
    pipe.source().close();
    try (OutputStream sink = Channels.newOutputStream(pipe.sink())) {
      StandardOutput out = new StandardOutput(sink, false);
      out.println("before");
      assertEquals(ExitCode.BAD_INPUT, run(out, "recipe", "no such recipe"));
    }
    assertEquals(2, said().lines().count(), said());
  }
}
