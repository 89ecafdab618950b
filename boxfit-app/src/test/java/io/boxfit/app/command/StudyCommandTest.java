package io.boxfit.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StudyCommandTest {
  @TempDir Path folder;

  private static void refused(String words, Object... args) {
    CommandLineRun run = CommandLineRun.of(args);
    assertEquals(ExitCode.BAD_INPUT, run.exitCode(), run.err());
    assertTrue(run.err().contains(words), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
  }

  @Test
  void badInputIsOneLine() throws IOException {
    Path out = Files.createDirectories(folder.resolve("S"));
    refused("did you mean 'quick'?", "study", "article", "--budget", "quik", "--out", out);
    refused("holds no study to go on with", "study", "article", "--resume", "--out", out);
    Files.writeString(out.resolve("mine.txt"), "keep");
    refused("is not empty", "study", "article", "--out", out);
    Files.writeString(out.resolve("journal.jsonl"), "{\"study\":\"another\"}\n");
    refused("other settings", "study", "article", "--resume", "--out", out);
    assertEquals("keep", Files.readString(out.resolve("mine.txt")));
  }

  @Test
  void studyOfLossesNeedsANewFolder() throws IOException {
    Path out = Files.createDirectories(folder.resolve("L"));
    Files.writeString(out.resolve("mine.txt"), "keep");
    refused("is not empty; name a new folder", "study", "losses", "--out", out);
    refused("cannot be used as a folder", "study", "losses", "--out", out.resolve("mine.txt"));
    assertEquals("keep", Files.readString(out.resolve("mine.txt")));
  }

  /** Ctrl-C: the study ends after the loss that is walked, and writes nothing half. */
  @Test
  void stoppedStudyOfLossesLeavesNoFile() throws IOException {
    Path out = folder.resolve("L");
    CommandLineRun run = CommandLineRun.of(() -> true, "study", "losses", "--out", out);
    assertEquals(ExitCode.STOPPED, run.exitCode(), run.err());
    try (Stream<Path> files = Files.list(out)) {
      assertEquals(0, files.count());
    }
  }
}
