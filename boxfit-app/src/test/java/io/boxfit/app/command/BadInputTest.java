package io.boxfit.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong: one line that says what, exit code 2, and nothing left behind. */
final class BadInputTest {
  @TempDir Path folder;
  private Path out;

  @BeforeEach
  void nameOutput() {
    out = folder.resolve("out");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "trian | unknown command 'trian', did you mean 'train'?",
        "train --data letters --seede 3 --out OUT | unknown option '--seede', did you mean '--seed'?",
        "train --seede 3 | unknown option '--seede', did you mean '--seed'?",
        "train --data letters | '--out=RUN'",
        "train --data letters --out= | '--out': must name a file or folder",
        "train --out OUT | '--data=letters[:PRESET]'",
        "train --data lettres --out OUT | unknown data 'lettres', did you mean 'letters'?",
        "train --data letters:stry --out OUT | did you mean 'story'?",
        "train --data letters --recipe relyable --out OUT | did you mean 'reliable'?",
        "train --data letters --recipe nix.yaml --out OUT | nix.yaml",
        "train --data letters --set epoch=2 --out OUT | did you mean 'epochs'?",
        "train --data letters --set data.trainCont=2 --out OUT | did you mean 'data.trainCount'?",
        "train --data letters --set epochs --out OUT | key=value",
        "train --data letters --set epochs=0 --out OUT | epochs must be in [1, 1000000]",
        "train --data letters --set data.preset=vared --out OUT | did you mean 'varied'?",
        "train --data letters --seed x --out OUT | '--seed': must be a whole number",
        "train --data letters --threads 0 --out OUT | '--threads': must be a whole number from 1",
        "train --resume --out OUT | not a run folder",
        "demo --set batchSize=0 --out OUT | batchSize must be in [1, 65536]",
        "letters --out OUT | '--count=N'",
        "letters --count -3 --out OUT | '--count': must be a whole number from 1 to 10000000",
        "letters --count 1e3 --out OUT | got '1e3'",
        "letters --count 3 --format vok --out OUT | did you mean 'voc'?",
        "letters --count 3 --preset stori --out OUT | did you mean 'story'?",
        "letters --count 3 --split tset --out OUT | did you mean 'test'?",
        "evaluate --data letters --model OUT | does not exist",
        "evaluate --data letters | '--model=RUN|FILE'",
        "predict --model OUT a.png | does not exist",
        "predict --model OUT | 'IMAGE'",
        "recipe relaible | did you mean 'reliable'?",
        "recipe reliable more | unexpected argument 'more'",
        "recipe --set epochs=2 | name one",
        "reproduce OUT | not a run folder",
        "train --frobnicate | unknown option '--frobnicate'; see",
        "recipe letters | no recipe and no file is called 'letters'; recipes are reliable,",
        "diagnose | one of these is needed: '--run', '--trace', '--recipe', '--keras', '--predictions'",
        "diagnose --predictions P | '--predictions' goes with '--truth', which is missing",
        "diagnose --count 5 | '--count' goes with '--data', which is missing",
        "diagnose --predictions P --truth T --recipe R | '--predictions' and '--recipe' exclude each other; see",
        "diagnose --trace T --recipe=R | '--trace' and '--recipe' exclude each other; see",
        "diagnose --predictions P --truth T --count 5 | exclude each other; '--count' goes with '--data'; see",
        "diagnose --trace OUT | does not exist",
        "diagnose --recipe letters | no recipe and no file is called 'letters'; recipes are",
        "reproduce | 'RUN'",
      })
  void isToldInOneLine(String words, String told) {
    Object[] args =
        Arrays.stream(words.split(" ")).map(w -> w.equals("OUT") ? out.toString() : w).toArray();
    requireRefused(CommandLineRun.of(args), told);
    assertFalse(Files.exists(out), "nothing is left behind");
  }

  private static void requireRefused(CommandLineRun run, String told) {
    assertEquals(ExitCode.BAD_INPUT, run.exitCode(), run.err());
    assertEquals("", run.out());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().startsWith("boxfit: "), run.err());
    assertTrue(run.err().contains(told), run.err());
  }

  @Test
  void outputFolderThatHoldsSomethingIsLeftAlone() throws IOException {
    Files.createDirectories(out);
    Files.writeString(out.resolve("mine.txt"), "mine");
    for (List<Object> command :
        List.<List<Object>>of(
            List.of("train", "--data", "letters", "--out", out),
            List.of("demo", "--out", out),
            List.of("letters", "--count", 2, "--out", out))) {
      requireRefused(CommandLineRun.of(command.toArray()), "not empty");
      try (Stream<Path> inside = Files.list(out)) {
        assertEquals(List.of(out.resolve("mine.txt")), inside.toList());
      }
    }
  }

  @Test
  void outputThatIsAFileIsRefused() throws IOException {
    Files.writeString(out, "mine");
    requireRefused(CommandLineRun.of("train", "--data", "letters", "--out", out), "is a file");
    requireRefused(CommandLineRun.of("letters", "--count", 2, "--out", out), "is a file");
    assertEquals("mine", Files.readString(out));
  }

  @Test
  void modelThatIsNoneIsRefused() throws IOException {
    Path model = folder.resolve("model.onnx");
    Files.writeString(model, "not a model");
    requireRefused(CommandLineRun.of("predict", "--model", model, "a.png"), "model.onnx");
    requireRefused(
        CommandLineRun.of("evaluate", "--model", model, "--data", "letters"), "model.onnx");
    requireRefused(
        CommandLineRun.of("predict", "--model", folder.getParent(), "a.png"), "no model");
  }

  @Test
  void recordThatIsNoneIsRefused() throws IOException {
    Files.createDirectories(out);
    Files.writeString(out.resolve("run.json"), "{");
    requireRefused(CommandLineRun.of("train", "--resume", "--out", out), "run.json");
    Files.writeString(out.resolve("run.json"), "{\"recipe\": {}}");
    requireRefused(CommandLineRun.of("train", "--resume", "--out", out), "run.json");
  }

  /** A picture that is missing, none, cut off or huge, after one that is good. */
  @Test
  void picturesThatCannotBeReadAreRefusedAndNothingIsDrawn() throws IOException {
    Path model = TrainedRun.instance().resolve("model.onnx");
    Path good = folder.resolve("good.png");
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB), "png", png);
    Files.write(good, png.toByteArray());
    Path cut = folder.resolve("cut.png");
    Files.write(cut, Arrays.copyOf(png.toByteArray(), png.size() / 2));
    Path text = folder.resolve("text.png");
    Files.writeString(text, "not a picture");
    Path huge = folder.resolve("huge.png");
    Files.write(huge, withSize(png.toByteArray(), 60_000));
    for (Path bad : List.of(folder.resolve("nix.png"), cut, text, huge, folder)) {
      requireRefused(
          CommandLineRun.of("predict", "--model", model, "--draw", out, good, bad),
          bad.getFileName().toString());
      assertFalse(Files.exists(out), bad.toString());
    }
  }

  /**
   * The header (width and height stand at byte 16) says so; its checksum is not looked at first.
   */
  private static byte[] withSize(byte[] png, int side) {
    byte[] changed = png.clone();
    ByteBuffer.wrap(changed).putInt(16, side).putInt(20, side);
    CRC32 crc = new CRC32();
    crc.update(changed, 12, 17);
    ByteBuffer.wrap(changed).putInt(29, (int) crc.getValue());
    return changed;
  }

  @Test
  void stackTracesAreShownOnlyWhereAskedFor() {
    CommandLineRun run = CommandLineRun.of("recipe", "relaible", "--debug");
    assertEquals(ExitCode.BAD_INPUT, run.exitCode());
    assertTrue(run.err().contains("\tat io.boxfit."), run.err());
  }
}
