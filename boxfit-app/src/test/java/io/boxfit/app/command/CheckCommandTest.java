package io.boxfit.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.boxfit.data.image.PictureReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckCommandTest {
  @TempDir Path folder;

  private Path letters() {
    Path out = folder.resolve("letters");
    CommandLineRun.of("letters", "--count", 20, "--format", "csv", "--out", out).done();
    return out;
  }

  /** A box beyond the border in line 4, and the same picture twice. */
  private Path spoilt() throws IOException {
    Path set = letters();
    Path table = set.resolve("annotations.csv");
    List<String> lines = Files.readAllLines(table);
    String[] fields = lines.get(3).split(",", -1);
    fields[fields.length - 2] = "290";
    lines.set(3, String.join(",", fields));
    lines.add(lines.get(5).replace("000004.png", "copy.png"));
    Files.write(table, lines);
    Files.copy(set.resolve("images/000004.png"), set.resolve("images/copy.png"));
    return set;
  }

  @Test
  void aCleanFolderEndsWithZero() throws IOException {
    Path set = letters();
    CommandLineRun run = CommandLineRun.of("check", "--data", set, "--json");
    JsonNode told = new ObjectMapper().readTree(run.done().out());
    assertEquals(20, told.path("images").asInt());
    assertEquals(20, told.path("boxes").asInt());
    assertEquals(20, told.path("labels").path("letter").asInt());
    assertEquals(0, told.path("faults").size());
    assertTrue(told.path("faults").isArray());
    String page = CommandLineRun.of("check", "--data", set).done().out();
    assertTrue(page.contains("20 pictures, 20 boxes, annotated as csv"), page);
    assertTrue(page.endsWith("nothing is wrong" + System.lineSeparator()), page);
  }

  @Test
  void errorsEndWithThreeAndAreToldInFull() throws IOException {
    Path set = spoilt();
    CommandLineRun run = CommandLineRun.of("check", "--data", set, "--json");
    assertEquals(ExitCode.FINDINGS, run.exitCode());
    JsonNode faults = new ObjectMapper().readTree(run.out()).path("faults");
    assertEquals(2, faults.size());
    JsonNode outside = faults.get(0);
    assertEquals("box-outside", outside.path("code").asText());
    assertEquals("error", outside.path("severity").asText());
    assertEquals(set.resolve("annotations.csv").toString(), outside.path("file").asText());
    assertEquals(4, outside.path("line").asInt());
    assertTrue(outside.path("message").asText().contains("90 px beyond the picture of 200x100"));
    assertEquals("Draw the box within the picture.", outside.path("remedy").asText());
    assertEquals("duplicate", faults.get(1).path("code").asText());
    assertTrue(faults.get(1).path("line").isNull());
    CommandLineRun page = CommandLineRun.of("check", "--data", set);
    assertEquals(ExitCode.FINDINGS, page.exitCode());
    assertTrue(page.out().contains("    annotations.csv:4: ("), page.out());
    assertTrue(page.out().contains("1 error, 1 warning"), page.out());
  }

  @Test
  void theDoctorSaysTheSame() throws IOException {
    Path set = spoilt();
    CommandLineRun run = CommandLineRun.of("diagnose", "--data", set, "--json");
    assertEquals(ExitCode.FINDINGS, run.exitCode());
    JsonNode told = new ObjectMapper().readTree(run.out());
    assertEquals("sick", told.path("verdict").asText());
    assertEquals("box-outside", told.path("rootCause").path("code").asText());
    assertEquals(2, told.path("findings").size());
    String page = CommandLineRun.of("diagnose", "--data", set).out();
    assertTrue(page.startsWith("sick"), page);
    assertTrue(page.contains("A box reaches beyond its picture  [box-outside]"), page);
    assertEquals(
        ExitCode.BAD_INPUT,
        CommandLineRun.of("diagnose", "--data", set, "--recipe", "reliable").exitCode());
  }

  @Test
  void theDoctorFindsACleanFolderHealthy() throws IOException {
    CommandLineRun run = CommandLineRun.of("diagnose", "--data", letters(), "--json").done();
    JsonNode told = new ObjectMapper().readTree(run.out());
    assertEquals("healthy", told.path("verdict").asText());
    assertTrue(told.path("rootCause").isNull());
  }

  @Test
  void longListsAreCut() throws IOException {
    Path set = letters();
    for (int i = 0; i < 12; i++) {
      Files.delete(set.resolve(String.format("images/%06d.png", i)));
    }
    String page = CommandLineRun.of("check", "--data", set).out();
    assertTrue(page.contains("A picture is missing, 12 times  [error, missing-image]"), page);
    assertTrue(page.contains("    ... and 7 more"), page);
  }

  @Test
  void picturesAndACleanedCopyAreWrittenIntoNewFolders() throws IOException {
    Path set = spoilt();
    Path out = folder.resolve("pictures");
    Path fixed = folder.resolve("fixed");
    CommandLineRun.of("check", "--data", set, "--out", out, "--fix", fixed);
    assertEquals(320, PictureReader.read(out.resolve("heat-map.png")).width());
    assertEquals(8 * 192, PictureReader.read(out.resolve("contact-sheet.png")).width());
    assertEquals(2 * 192, PictureReader.read(out.resolve("faulty.png")).width());
    assertEquals(2, Files.readAllLines(fixed.resolve("changes.log")).size());
    assertEquals(ExitCode.DONE, CommandLineRun.of("check", "--data", fixed).exitCode());
    CommandLineRun again = CommandLineRun.of("check", "--data", set, "--out", out);
    assertEquals(ExitCode.BAD_INPUT, again.exitCode());
    assertTrue(again.err().contains("not empty"), again.err());
  }

  @Test
  void stoppedItLeavesNothingBehind() {
    Path set = letters();
    Path fixed = folder.resolve("fixed");
    CommandLineRun run = CommandLineRun.of(() -> true, "check", "--data", set, "--fix", fixed);
    assertEquals(ExitCode.STOPPED, run.exitCode());
    assertFalse(Files.exists(fixed));
  }

  @Test
  void aFolderWithoutAnnotationsIsBadInput() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertEquals(ExitCode.BAD_INPUT, CommandLineRun.of("check", "--data", empty).exitCode());
    assertEquals(
        ExitCode.BAD_INPUT,
        CommandLineRun.of("check", "--data", folder.resolve("none")).exitCode());
  }
}
