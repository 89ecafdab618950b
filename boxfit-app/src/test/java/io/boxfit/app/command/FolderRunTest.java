package io.boxfit.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.boxfit.core.box.Box;
import io.boxfit.data.Picture;
import io.boxfit.data.image.PictureWriter;
import io.boxfit.data.letters.Letters;
import io.boxfit.data.letters.LettersPreset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a folder of pictures and a table of boxes to a model, as a user would go. */
final class FolderRunTest {
  private static final int LETTERS = 90;
  private static final int EMPTY = 20;

  private static final Object[] SMALL = {
    "--set", "data.trainCount=64", "--set", "batchSize=8", "--set", "data.validationShare=0.3"
  };

  @TempDir static Path folder;

  private static Path pictures;
  private static Path run;
  private static String said;

  /** Letters in pictures of several sizes, and pictures of nothing. */
  @BeforeAll
  static void train() throws IOException {
    pictures = Files.createDirectory(folder.resolve("pictures"));
    Letters letters = new Letters(LettersPreset.STORY_HALF, 5, "train", LETTERS);
    List<String> rows = new ArrayList<>(List.of("filename,width,height,class,xmin,ymin,xmax,ymax"));
    for (int i = 0; i < LETTERS; i++) {
      Picture picture = letters.get(i).picture();
      Picture wider = padded(picture, i % 2 == 0 ? 0 : 30);
      String name = String.format(Locale.ROOT, "letter%02d.png", i);
      Files.write(pictures.resolve(name), PictureWriter.png(wider));
      Box box = letters.get(i).box();
      rows.add(
          name
              + String.format(
                  Locale.ROOT,
                  ",%d,%d,letter,%.0f,%.0f,%.0f,%.0f",
                  wider.width(),
                  wider.height(),
                  box.xMin(),
                  box.yMin(),
                  box.xMax(),
                  box.yMax()));
    }
    for (int i = 0; i < EMPTY; i++) {
      String name = String.format(Locale.ROOT, "empty%02d.png", i);
      byte[] white = new byte[(90 + i) * 50 * 3];
      Arrays.fill(white, (byte) 255);
      Files.write(pictures.resolve(name), PictureWriter.png(new Picture(90 + i, 50, 3, white)));
      rows.add(name + "," + (90 + i) + ",50,,,,,");
    }
    Files.write(pictures.resolve("boxes.csv"), rows);
    run = folder.resolve("run");
    CommandLineRun trained =
        CommandLineRun.of(
                arguments("train", "--data", pictures, "--seed", 3, "--out", run, "--json"))
            .done();
    said = trained.err();
  }

  private static Object[] arguments(Object... first) {
    List<Object> all = new ArrayList<>(List.of(first));
    all.addAll(List.of(SMALL));
    return all.toArray();
  }

  private static Picture padded(Picture picture, int more) {
    int width = picture.width() + more;
    byte[] pixels = new byte[width * picture.height() * 3];
    Arrays.fill(pixels, (byte) 255);
    for (int y = 0; y < picture.height(); y++) {
      System.arraycopy(
          picture.pixels(), y * picture.width() * 3, pixels, y * width * 3, picture.width() * 3);
    }
    return new Picture(width, picture.height(), 3, pixels);
  }

  private static JsonNode json(CommandLineRun run) throws IOException {
    return new ObjectMapper().readTree(run.done().out());
  }

  @Test
  void saysWhatItTookAndHowItParted() {
    assertTrue(said.contains("pictures without the object: " + EMPTY + "; the confidence"), said);
    assertTrue(said.contains("by the hash of each picture's content"), said);
    assertTrue(said.contains("input "), said);
  }

  @Test
  void evaluatesThePicturesThatTheRunKeptForIt() throws IOException {
    JsonNode stored = new ObjectMapper().readTree(run.resolve("metrics.json").toFile());
    JsonNode told =
        json(
            CommandLineRun.of(
                "evaluate", "--model", run, "--data", pictures, "--split", "test", "--json"));
    assertEquals(stored.path("meanIou").asDouble(), told.path("meanIou").asDouble());
    assertEquals(stored.path("samples").asInt(), told.path("samples").asInt());
    assertEquals(10, told.path("riskCoverage").size());
    assertEquals(stored.path("absent"), told.path("absent"));
    assertTrue(told.path("absent").path("samples").asInt() > 0, told::toString);
    int all = 0;
    for (String part : List.of("train", "validation", "test")) {
      all +=
          json(CommandLineRun.of(
                  "evaluate", "--model", run, "--data", pictures, "--split", part, "--json"))
              .path("samples")
              .asInt();
    }
    assertEquals(LETTERS, all, "no picture is lost, none is in two parts");
  }

  @Test
  void predictsWithAConfidenceInPixelsOfThePicture() throws IOException {
    JsonNode told =
        json(
            CommandLineRun.of(
                "predict", "--model", run, pictures.resolve("letter01.png"), "--json"));
    double confidence = told.get(0).path("confidence").asDouble(-1);
    assertTrue(confidence > 0 && confidence < 1, told::toString);
    assertTrue(told.get(0).path("box").path("xMax").asDouble() <= 140, told::toString);
  }

  @Test
  void theSameWeightsComeAgain() {
    CommandLineRun.of("reproduce", run).done();
  }

  /** Another start from these weights; and options that mean nothing for letters are refused. */
  @Test
  void goesOnFromItsWeights() {
    Path next = folder.resolve("next");
    CommandLineRun again =
        CommandLineRun.of(arguments("train", "--data", pictures, "--init-from", run, "--out", next))
            .done();
    assertTrue(again.err().contains("(100.0% of the numbers)"), again::err);
    CommandLineRun refused =
        CommandLineRun.of(
            "train", "--data", "letters", "--target", "largest", "--out", folder.resolve("no"));
    assertEquals(2, refused.exitCode());
    assertTrue(refused.err().contains("such options are for folders"), refused::err);
  }

  @Test
  void whatCannotBeUsedIsNamedOrSkipped() throws IOException {
    Path bad = Files.createDirectory(folder.resolve("bad"));
    for (int i = 0; i < 40; i++) {
      String name = String.format(Locale.ROOT, "letter%02d.png", i);
      Files.copy(pictures.resolve(name), bad.resolve(name));
    }
    List<String> rows = new ArrayList<>(Files.readAllLines(pictures.resolve("boxes.csv")));
    List<String> few = new ArrayList<>(rows.subList(0, 41));
    few.set(3, few.get(3).replaceAll("letter,.*", "letter,50,40,10,20"));
    Files.write(bad.resolve("boxes.csv"), few);
    Files.write(bad.resolve("letter07.png"), new byte[] {1, 2, 3});
    CommandLineRun strict =
        CommandLineRun.of(arguments("train", "--data", bad, "--out", folder.resolve("strict")));
    assertEquals(2, strict.exitCode());
    assertTrue(
        strict.err().contains("boxes.csv:4: xmax is below xmin in (50, 40, 10, 20)"), strict::err);
    assertTrue(strict.err().contains("2 faults in all"), strict::err);
    assertTrue(Files.notExists(folder.resolve("strict")), "no folder is left behind");
    CommandLineRun lenient =
        CommandLineRun.of(
                arguments("train", "--data", bad, "--skip-bad", "--out", folder.resolve("lenient")))
            .done();
    assertTrue(lenient.err().contains("faults that are left out: 2"), lenient::err);
  }
}
