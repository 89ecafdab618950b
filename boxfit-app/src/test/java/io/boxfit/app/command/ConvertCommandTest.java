package io.boxfit.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.boxfit.data.annotation.AnnotatedPicture;
import io.boxfit.data.annotation.AnnotatedSet;
import io.boxfit.data.annotation.AnnotationReader;
import io.boxfit.data.annotation.LabelledBox;
import io.boxfit.data.annotation.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConvertCommandTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"coco", "yolo", "csv", "voc"})
  void thereAndBackNothingChanges(String format) throws IOException {
    Path made = made();
    requireSameAfter(made, format, 12, folder);
    String table = Files.readString(made.resolve("annotations.csv"));
    assertTrue(table.contains("000003.png"), "the source is untouched");
  }

  /** Twelve letters; one of them without an object, one with two, one at fractions of pixels. */
  private Path made() throws IOException {
    Path made = folder.resolve("made");
    CommandLineRun.of("letters", "--count", 12, "--format", "csv", "--out", made).done();
    Path table = made.resolve("annotations.csv");
    List<String> lines = Files.readAllLines(table);
    lines.set(1, "000000.png,200,100,,,,,");
    lines.set(2, "000001.png,200,100,\"a, b\",1.25,2.5,30.125,40");
    lines.add("000003.png,200,100,second,0,0,200,100");
    Files.write(table, lines);
    return made;
  }

  private static void requireSameAfter(Path data, String format, int pictures, Path scratch)
      throws IOException {
    Path there = scratch.resolve("there");
    Path back = scratch.resolve("back");
    JsonNode told =
        new ObjectMapper()
            .readTree(
                CommandLineRun.of(
                        "convert", "--data", data, "--to", format, "--out", there, "--json")
                    .done()
                    .out());
    assertEquals(pictures, told.path("pictures").asInt());
    assertEquals(format, told.path("format").asText());
    CommandLineRun.of("convert", "--data", there, "--to", "voc", "--out", back).done();
    AnnotatedSet before = AnnotationReader.read(data, ReadOptions.AUTOMATIC);
    AnnotatedSet after = AnnotationReader.read(back, ReadOptions.AUTOMATIC);
    assertEquals(pictures, after.pictures().size());
    for (int i = 0; i < pictures; i++) {
      AnnotatedPicture a = before.pictures().get(i);
      AnnotatedPicture b = after.pictures().get(i);
      assertEquals(a.name(), b.name());
      assertEquals(a.part(), b.part());
      assertEquals(boxes(a), boxes(b));
      assertEquals(-1, Files.mismatch(a.file(), b.file()));
    }
  }

  private static List<String> boxes(AnnotatedPicture picture) {
    return picture.boxes().stream().map(ConvertCommandTest::box).toList();
  }

  private static String box(LabelledBox box) {
    return box.label() + " " + box.box();
  }

  /** {@code -Dboxfit.sets=DIR}: every folder in it is a data set. */
  @Test
  void realSetsComeBackTheSame() throws IOException {
    String sets = System.getProperty("boxfit.sets");
    assumeTrue(sets != null, "no real sets: name a folder of them with -Dboxfit.sets=DIR");
    try (Stream<Path> all = Files.list(Path.of(sets)).filter(Files::isDirectory)) {
      for (Path set : all.sorted().toList()) {
        int pictures = AnnotationReader.read(set, ReadOptions.AUTOMATIC).pictures().size();
        for (String format : List.of("coco", "yolo", "csv")) {
          requireSameAfter(set, format, pictures, folder.resolve(set.getFileName() + format));
        }
      }
    }
  }

  @Test
  void errorsStopUnlessTheyArePassedOver() throws IOException {
    Path made = made();
    Files.delete(made.resolve("images/000005.png"));
    Path table = made.resolve("annotations.csv");
    List<String> lines = Files.readAllLines(table);
    lines.set(4, lines.get(4).replaceAll("[0-9]+$", "NaN"));
    Files.write(table, lines);
    Path out = folder.resolve("out");
    CommandLineRun run = CommandLineRun.of("convert", "--data", made, "--to", "voc", "--out", out);
    assertEquals(ExitCode.BAD_INPUT, run.exitCode());
    assertTrue(
        run.err().contains("2 errors, the first in " + table + ":5: ymax is 'NaN'"), run.err());
    assertTrue(run.err().contains("error: " + table + ":7: 000005.png is missing"), run.err());
    assertFalse(Files.exists(out));
    run =
        CommandLineRun.of("convert", "--data", made, "--to", "voc", "--out", out, "--skip-bad")
            .done();
    assertTrue(run.err().contains("2 errors: what they concern is left out"), run.err());
    assertTrue(run.out().startsWith("11 pictures with 10 boxes in "), run.out());
  }

  @Test
  void wordsThatAreUnknownAreAnsweredWithTheNearest() throws IOException {
    Path made = made();
    Object[][] slips = {
      {"--to", "yolol"}, {"--to", "voc", "--voc-origin", "zerro"}, {"--to", "voc", "--columns", "x"}
    };
    for (Object[] slip : slips) {
      Object[] start = {"convert", "--data", made, "--out", folder.resolve("out")};
      CommandLineRun run = CommandLineRun.of(Stream.of(start, slip).flatMap(Stream::of).toArray());
      assertEquals(ExitCode.BAD_INPUT, run.exitCode());
      assertTrue(
          run.err().contains("did you mean") || run.err().contains("ours=theirs"), run.err());
    }
  }

  @Test
  void stoppedNothingIsLeft() throws IOException {
    Path made = made();
    Path out = folder.resolve("out");
    CommandLineRun run =
        CommandLineRun.of(() -> true, "convert", "--data", made, "--to", "voc", "--out", out);
    assertEquals(ExitCode.STOPPED, run.exitCode());
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(made), left.toList());
    }
  }
}
