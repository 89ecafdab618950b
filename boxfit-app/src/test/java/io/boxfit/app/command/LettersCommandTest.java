package io.boxfit.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LettersCommandTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "voc, annotations/000002.xml",
    "coco, annotations.json",
    "yolo, labels/000002.txt",
    "csv, annotations.csv"
  })
  void writesPicturesWithBoxesBesideThem(String format, String file) throws IOException {
    Path out = folder.resolve("letters");
    CommandLineRun run =
        CommandLineRun.of("letters", "--count", 3, "--format", format, "--out", out, "--json");
    JsonNode told = new ObjectMapper().readTree(run.done().out());
    assertEquals(3, told.path("count").asInt());
    assertEquals(format, told.path("format").asText());
    assertTrue(Files.exists(out.resolve(file)));
    try (Stream<Path> images = Files.list(out.resolve("images"))) {
      assertEquals(3, images.count());
    }
  }

  @Test
  void leavesNothingBehindWhenStopped() throws IOException {
    Path out = folder.resolve("letters");
    CommandLineRun run = CommandLineRun.of(() -> true, "letters", "--count", 500, "--out", out);
    assertEquals(ExitCode.STOPPED, run.exitCode());
    assertFalse(Files.exists(out));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(0, left.count());
    }
  }
}
