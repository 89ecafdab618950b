package io.boxfit.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import io.boxfit.data.Picture;
import io.boxfit.data.image.PictureReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Predictions beside the pictures that they speak of. */
final class DiagnoseImagesTest {
  @TempDir Path folder;
  private Photos pictures;

  @BeforeEach
  void makePictures() throws IOException {
    pictures = Photos.make(folder.resolve("photos"), 40);
  }

  private static double[] swapped(double[] r) {
    return new double[] {r[1], r[0], r[3], r[2]};
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private CommandLineRun diagnose(Path predictions, Path truth, Object... more) {
    List<Object> words =
        new ArrayList<>(
            List.of(
                "diagnose",
                "--predictions",
                predictions,
                "--truth",
                truth,
                "--images",
                pictures.folder(),
                "--json"));
    words.addAll(List.of(more));
    return CommandLineRun.of(words.toArray());
  }

  private static JsonNode json(CommandLineRun run) throws IOException {
    return new ObjectMapper().readTree(run.out());
  }

  private static void requireRefused(CommandLineRun run, String told) {
    assertEquals(ExitCode.BAD_INPUT, run.exitCode(), run.out() + run.err());
    assertEquals("", run.out());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().contains(told), run.err());
  }

  @Test
  void eachPicturesOwnSizeReadsItsRow() throws IOException {
    Path pixels = pictures.table(file("T.csv"), name -> name, row -> row);
    Path shares = pictures.shares(file("P.csv"), name -> name);
    CommandLineRun run = diagnose(shares, pixels, "--unit", "relative");
    assertEquals(ExitCode.DONE, run.exitCode(), run.err());
    assertEquals("healthy", json(run).path("verdict").asText());
    assertEquals(0, json(run).path("notes").size(), run.out());
    CommandLineRun misread = diagnose(shares, pixels);
    assertEquals(ExitCode.FINDINGS, misread.exitCode(), misread.err());
    assertEquals("wrong-reading", json(misread).at("/rootCause/code").asText());
    assertTrue(misread.out().contains("your mean IoU is 1.00"), misread.out());
  }

  @Test
  void picturesAreFoundByPathNameStemAndNumber() throws IOException {
    List<UnaryOperator<String>> ids =
        List.of(
            name -> name,
            name -> name.substring(2),
            name -> name.substring(2).replace(".png", ""),
            name -> "C:\\Users\\me\\" + name.replace('/', '\\'),
            name -> "/home/me/set/" + name);
    for (UnaryOperator<String> id : ids) {
      Path truth = pictures.table(file("T.csv"), id, row -> row);
      CommandLineRun run =
          diagnose(pictures.shares(file("P.csv"), id), truth, "--unit", "relative");
      assertEquals(ExitCode.DONE, run.exitCode(), id.apply("a/x.png") + ": " + run.err());
    }
    for (Photos.Entry entry : pictures.entries()) {
      Path photo = pictures.folder().resolve(entry.name());
      Files.move(photo, photo.resolveSibling("0000000" + entry.name().substring(8)));
    }
    UnaryOperator<String> number = name -> "" + Integer.parseInt(name.substring(8, 11));
    Path truth = pictures.table(file("T.csv"), number, row -> row);
    Path shares = pictures.shares(file("P.csv"), number);
    CommandLineRun run = diagnose(shares, truth, "--unit", "relative");
    assertEquals(ExitCode.DONE, run.exitCode(), run.err());
  }

  @Test
  void withoutIdsTheOrderOfNamesCountsAndIsTold() throws IOException {
    Photos flat = Photos.make(folder.resolve("flat"), 1);
    Path truth = pictures.table(file("T.csv"), row -> row);
    requireRefused(
        CommandLineRun.of(
            "diagnose", "--predictions", truth, "--truth", truth, "--images", flat.folder()),
        "T.csv 40 rows and no ids");
    Photos sorted =
        new Photos(
            pictures.folder(),
            pictures.entries().stream()
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList());
    Path inOrder = sorted.table(file("S.csv"), row -> row);
    CommandLineRun run = diagnose(inOrder, inOrder);
    assertEquals(ExitCode.DONE, run.exitCode(), run.err());
    String note = json(run).at("/notes/0").asText();
    assertTrue(note.contains("in the order of their names"), note);
    assertTrue(note.contains("from a/photo-000.png to b/photo-039.png"), note);
    // Of the wrong picture boxes reach beyond it.
    assertTrue(json(diagnose(truth, truth)).at("/notes/1").asText().contains("reach beyond"));
  }

  @Test
  void whatCannotBeMatchedIsOneLine() throws IOException {
    Path truth = pictures.table(file("T.csv"), name -> name, row -> row);
    requireRefused(diagnose(truth, truth, "--image-size", "200x100"), "leave out --image-size");
    requireRefused(
        CommandLineRun.of(
            "diagnose", "--predictions", truth, "--truth", truth, "--sheet", file("s.png")),
        "name their folder by --images");
    requireRefused(
        CommandLineRun.of(
            "diagnose", "--predictions", truth, "--truth", truth, "--images", file("nix")),
        "nix is not a folder");
    requireRefused(
        CommandLineRun.of(
            "diagnose",
            "--predictions",
            truth,
            "--truth",
            truth,
            "--images",
            Files.createDirectory(file("empty"))),
        "empty holds no picture");
    Path strange = pictures.table(file("U.csv"), name -> name.replace("photo", "pic"), row -> row);
    requireRefused(
        diagnose(strange, strange), "lacks the pictures of 40 of the 40 ids of " + file("U.csv"));
    Path outside = pictures.table(file("O.csv"), name -> "../" + name, row -> row);
    requireRefused(diagnose(outside, outside), "outside");
    Path stems = pictures.table(file("V.csv"), name -> name.substring(2, 11), row -> row);
    Files.write(pictures.folder().resolve("b/photo-000.jpg"), Photos.turnedJpeg(20, 30));
    requireRefused(diagnose(stems, stems), "may be a/photo-000.png or b/photo-000.jpg");
    Files.writeString(pictures.folder().resolve("b/photo-001.png"), "not a picture");
    requireRefused(diagnose(truth, truth), "photo-001.png");
  }

  @Test
  void theSheetsShowTheRowsAsGivenAndAsTheyFit() throws IOException {
    Path truth = pictures.table(file("T.csv"), name -> name, row -> row);
    Path swapped = pictures.table(file("P.csv"), name -> name, DiagnoseImagesTest::swapped);
    CommandLineRun run = diagnose(swapped, truth, "--sheet", file("s.png"));
    assertEquals(ExitCode.FINDINGS, run.exitCode(), run.err());
    JsonNode sheets = json(run).path("sheets");
    assertEquals(2, sheets.size(), run.out());
    assertEquals(file("s.png").toString(), sheets.at("/0/file").asText());
    assertEquals("xyxy", sheets.at("/0/layout").asText());
    assertEquals(file("s-as-yxyx-pixels.png").toString(), sheets.at("/1/file").asText());
    assertEquals("yxyx", sheets.at("/1/layout").asText());
    assertEquals(24, sheets.at("/1/pictures").asInt());
    Picture given = PictureReader.read(file("s.png"));
    Picture fitting = PictureReader.read(file("s-as-yxyx-pixels.png"));
    assertEquals(given.width(), fitting.width());
    assertEquals(given.height(), fitting.height());
    // Where both boxes are the same, the dashed truth covers most of what was said.
    assertTrue(count(given, 255, 80, 0) > 1.5 * count(fitting, 255, 80, 0));
    assertEquals(count(given, 53, 195, 255), count(fitting, 53, 195, 255));
  }

  private static int count(Picture picture, int red, int green, int blue) {
    int count = 0;
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        if (picture.value(x, y, 0) == red
            && picture.value(x, y, 1) == green
            && picture.value(x, y, 2) == blue) {
          count++;
        }
      }
    }
    return count;
  }

  @Test
  void aSheetOfFewPicturesIsSmallAndToldInWords() throws IOException {
    pictures = Photos.make(folder.resolve("few"), 3);
    Path truth = pictures.table(file("T.csv"), name -> name, row -> row);
    CommandLineRun run =
        CommandLineRun.of(
            "diagnose",
            "--predictions",
            truth,
            "--truth",
            truth,
            "--images",
            pictures.folder(),
            "--sheet",
            file("few.png"));
    assertEquals(ExitCode.DONE, run.exitCode(), run.err());
    assertTrue(run.out().contains("few.png: 3 pictures, the worst first"), run.out());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(1, files.filter(file -> file.toString().endsWith(".png")).count());
    }
  }

  @Test
  void aSheetNeverTakesThePlaceOfAnotherFile() throws IOException {
    Path truth = pictures.table(file("T.csv"), name -> name, row -> row);
    Path swapped = pictures.table(file("P.csv"), name -> name, DiagnoseImagesTest::swapped);
    Path mine = Files.writeString(file("mine.png"), "mine");
    requireRefused(diagnose(truth, truth, "--sheet", mine), "exists");
    assertEquals("mine", Files.readString(mine));
    requireRefused(diagnose(truth, truth, "--sheet", file("s.jpg")), "must end in .png");
    requireRefused(diagnose(truth, truth, "--sheet", file("no/s.png")), "make it first");
    Files.writeString(file("t-as-yxyx-pixels.png"), "mine");
    requireRefused(diagnose(swapped, truth, "--sheet", file("t.png")), "exists");
    assertFalse(Files.exists(file("t.png")));
  }

  @Test
  void boxesThatWereDrawnBeforeThePictureWasTurnedAreTold() throws IOException {
    for (int i = 0; i < 20; i++) {
      Path photo = pictures.folder().resolve(pictures.entries().get(i).name());
      Files.delete(photo);
      Photos.Entry entry = pictures.entries().get(i);
      Files.write(photo, Photos.turnedJpeg(entry.width(), entry.height()));
    }
    Path truth = pictures.table(file("T.csv"), name -> name, row -> row);
    Path shares = pictures.shares(file("P.csv"), name -> name);
    CommandLineRun run = diagnose(shares, truth, "--unit", "relative", "--sheet", file("s.png"));
    assertEquals(ExitCode.DONE, run.exitCode(), run.err());
    assertEquals(1, json(run).path("notes").size(), run.out());
    String note = json(run).at("/notes/0").asText();
    assertTrue(note.startsWith("20 pictures are to be turned upright (EXIF)"), note);
  }

  @Test
  void boxesOfAnotherScaleThanThePicturesAreTold() throws IOException {
    for (double scale : new double[] {0.4, 2}) {
      UnaryOperator<double[]> scaled = r -> Arrays.stream(r).map(v -> scale * v).toArray();
      Path truth = pictures.table(file("T.csv"), name -> name, scaled);
      CommandLineRun run = diagnose(truth, truth);
      assertEquals(ExitCode.DONE, run.exitCode(), run.err());
      String note = json(run).at("/notes/0").asText();
      assertTrue(
          note.contains(scale < 1 ? "drawn on smaller copies" : "reach beyond their pictures"),
          note);
    }
  }

  /** Whatever stands where an id should: a diagnosis or one line. */
  @Test
  void strangeIdsAreNoHarm() throws IOException {
    RandomStream random = new Seed(8).stream("ids");
    String[] parts = {
      "photo", "-000", ".png", ".", "..", "/", "\\", "a", "b/", "C:", "~", "%00", "\u0000", "\n",
      "\ud83d", "0", "000", " ", "\u202e", "http://", "'", "*", "?"
    };
    for (int i = 0; i < 150; i++) {
      StringBuilder id = new StringBuilder();
      for (int part = (int) (7 * random.nextDouble()); part >= 0; part--) {
        id.append(parts[(int) (parts.length * random.nextDouble())]);
      }
      ObjectMapper json = new ObjectMapper();
      Path table =
          Files.writeString(
              file("ids.json"),
              json.writeValueAsString(
                  List.of(
                      json.createObjectNode()
                          .put("image", id.toString().replace("\ud83d", ""))
                          .set("box", json.valueToTree(List.of(1, 2, 10, 12))))));
      CommandLineRun run = diagnose(table, table);
      String told = String.format(Locale.ROOT, "'%s': %s", id, run.err());
      assertTrue(run.exitCode() == ExitCode.DONE || run.exitCode() == ExitCode.BAD_INPUT, told);
      assertTrue(run.err().lines().count() <= 1, told);
      assertFalse(run.err().contains("internal error"), told);
    }
  }
}
