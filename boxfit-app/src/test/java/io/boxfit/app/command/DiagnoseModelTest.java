package io.boxfit.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks that PyTorch wrote, asked about pictures; see foreign/write_models.py. */
final class DiagnoseModelTest {
  private static final Path MODELS = Path.of("src/test/resources/foreign");

  @TempDir static Path folder;
  private static Path pictures;

  @BeforeAll
  static void writePictures() throws IOException {
    pictures = RedBesideBlue.write(folder.resolve("pictures"), 40);
  }

  private static CommandLineRun run(String model, Object... more) {
    List<Object> words =
        new ArrayList<>(
            List.of("diagnose", "--model", MODELS.resolve(model + ".onnx"), "--data", pictures));
    words.addAll(Arrays.asList(more));
    return CommandLineRun.of(words.toArray());
  }

  private static JsonNode told(int exitCode, String model, Object... more) throws IOException {
    Object[] words = Arrays.copyOf(more, more.length + 1);
    words[more.length] = "--json";
    CommandLineRun run = run(model, words);
    assertEquals(exitCode, run.exitCode(), run.err() + run.out());
    return new ObjectMapper().readTree(run.out());
  }

  private static List<String> codes(JsonNode told) {
    List<String> codes = new ArrayList<>();
    told.path("findings").forEach(finding -> codes.add(finding.path("code").asText()));
    return codes;
  }

  @Test
  void blueFirstAndUndivided() throws IOException {
    JsonNode told = told(ExitCode.FINDINGS, "bgr-bytes");
    assertEquals("wrong-preprocessing", told.at("/rootCause/code").asText());
    assertEquals("bgr, 0..255, nchw, stretch", told.at("/model/better/preprocessing").asText());
    assertEquals(1, told.at("/model/better/meanIou").asDouble(), 1e-6);
    assertEquals(0, told.at("/model/claimed/meanIou").asDouble());
    assertEquals(21, told.at("/model/tried").asInt());
    assertFalse(told.at("/model/said").asBoolean());
    assertEquals(1, told.at("/model/probes/movesAcross").asDouble(), 1e-6);
    assertEquals(1, told.at("/model/probes/movesDown").asDouble(), 1e-6);
    assertEquals(1, told.at("/model/probes/mirrors").asDouble());
    String evidence = told.at("/findings/0/evidence").asText();
    assertTrue(
        evidence.startsWith(
            "Fed with bgr, 0..255, nchw, stretch, your mean IoU is 1.00 instead of 0.00 fed with"
                + " rgb, 0..1, nchw, stretch (the usual way"),
        evidence);
  }

  @Test
  void fedAsItWantsToBeItIsHealthy() throws IOException {
    JsonNode told = told(ExitCode.DONE, "bgr-bytes", "--preprocessing", "0..255,bgr");
    assertEquals("healthy", told.path("verdict").asText());
    assertTrue(told.at("/model/said").asBoolean());
    assertTrue(told.at("/model/better").isNull());
    String page = run("bgr-bytes", "--preprocessing", "0..255,bgr").out();
    assertTrue(page.startsWith("healthy"), page);
    assertTrue(page.contains("1.00  bgr, 0..255, nchw, stretch"), page);
  }

  @Test
  void onlyTheOrderOfChannelsIsWrong() throws IOException {
    JsonNode told = told(ExitCode.FINDINGS, "bgr-bytes", "--preprocessing", "rgb,0..255");
    assertEquals("wrong-preprocessing", told.at("/rootCause/code").asText());
    assertTrue(told.at("/model/claimed/meanIou").asDouble() < 0.1);
    assertEquals(1, told.at("/model/better/meanIou").asDouble(), 1e-6);
  }

  @Test
  void normalisedByImagenetInAFixedBatchOfFour() throws IOException {
    JsonNode told = told(ExitCode.FINDINGS, "imagenet-cxcywh", "--count", 30);
    assertEquals("wrong-preprocessing", told.at("/rootCause/code").asText());
    JsonNode better = told.at("/model/better");
    assertEquals("rgb, imagenet, nchw, stretch", better.path("preprocessing").asText());
    assertEquals("cxcywh", better.path("layout").asText());
    assertEquals("relative", better.path("scale").asText());
    assertEquals(1, better.path("meanIou").asDouble(), 1e-3);
    assertEquals(30, told.at("/model/probes/pictures").asInt());
  }

  @Test
  void bytesWithChannelsLastWhoseSigmoidIsMissing() throws IOException {
    JsonNode told = told(ExitCode.FINDINGS, "uint8-nhwc-logits");
    assertEquals("wrong-reading", told.at("/rootCause/code").asText());
    JsonNode better = told.at("/model/better");
    assertEquals("rgb, 0..255, nhwc, stretch", better.path("preprocessing").asText());
    assertEquals("logits", better.path("scale").asText());
    assertTrue(better.path("meanIou").asDouble() > 0.98, better.toString());
    assertEquals(3, told.at("/model/tried").asInt());
    told(ExitCode.DONE, "uint8-nhwc-logits", "--reading", "logits");
  }

  @Test
  void letterboxedWithBoxesOfThePictureBefore() throws IOException {
    JsonNode told = told(ExitCode.FINDINGS, "letterbox");
    JsonNode better = told.at("/model/better");
    assertEquals("rgb, 0..1, nchw, letterbox", better.path("preprocessing").asText());
    assertEquals("picture", better.path("frame").asText());
    assertEquals("relative", better.path("scale").asText());
    assertTrue(better.path("meanIou").asDouble() > 0.99, better.toString());
    assertEquals(0.65, told.at("/model/claimed/meanIou").asDouble(), 0.1);
    assertEquals(63, told.at("/model/tried").asInt());
  }

  @Test
  void saysTheSameOfEveryPicture() throws IOException {
    JsonNode told = told(ExitCode.FINDINGS, "ignores");
    assertEquals(List.of("blind-network", "same-box"), codes(told).subList(0, 2));
    assertTrue(codes(told).contains("no-way-works"), codes(told).toString());
    assertTrue(told.at("/model/better").isNull());
    assertEquals(0, told.at("/model/probes/changeBlack").asDouble(), 1e-6);
    assertEquals(0, told.at("/model/probes/changeAnother").asDouble(), 1e-6);
    assertTrue(told.at("/model/probes/changeTruth").asDouble() > 0.2);
    assertTrue(told.at("/model/constantBaseline").asDouble() < 0.2);
  }

  @Test
  void knowsWhatIsThereButNotWhere() throws IOException {
    JsonNode told = told(ExitCode.FINDINGS, "pooled");
    assertTrue(codes(told).contains("stays-behind"), codes(told).toString());
    assertEquals(0, told.at("/model/probes/movesAcross").asDouble(), 1e-3);
    assertEquals(0, told.at("/model/probes/changeShuffled").asDouble(), 1e-3);
    assertTrue(told.at("/model/probes/changeBlack").asDouble() > 0.1);
  }

  @Test
  void twoOutputsAreAskedFor() throws IOException {
    CommandLineRun asked = run("two-outputs");
    assertEquals(ExitCode.BAD_INPUT, asked.exitCode());
    assertTrue(
        asked
            .err()
            .endsWith(
                "has 2 outputs; name the box by --output: box: float [?, 4]; scores: float [?, 2]"
                    + System.lineSeparator()),
        asked.err());
    told(ExitCode.DONE, "two-outputs", "--output", "box");
    assertTrue(
        run("two-outputs", "--output", "scores").err().contains("not four numbers a picture"));
    assertTrue(run("two-outputs", "--output", "boxes").err().contains("no output 'boxes'"));
  }

  @Test
  void aSizeThatIsFreeIsThatOfThePicturesOrAsked() throws IOException {
    JsonNode told =
        told(ExitCode.DONE, "bgr-bytes", "--preprocessing", "bgr,0..255", "--input-size", "128x96");
    assertTrue(told.at("/model/claimed/meanIou").asDouble() > 0.8, told.at("/model").toString());
    CommandLineRun fixed = run("ignores", "--input-size", "128x96");
    assertEquals(ExitCode.BAD_INPUT, fixed.exitCode());
    assertTrue(
        fixed.err().contains("picture: float [?, 3, 48, 64] and no other size"), fixed.err());
  }

  @Test
  void boxfitsOwnModelSaysItself() throws IOException {
    Path own = TrainedRun.instance();
    CommandLineRun run =
        CommandLineRun.of(
            "diagnose", "--model", own, "--data", "letters:story", "--count", 40, "--json");
    JsonNode told = new ObjectMapper().readTree(run.out());
    assertEquals(0, told.at("/model/tried").asInt());
    assertEquals(
        "plain pixels, as the file says", told.at("/model/claimed/preprocessing").asText());
    assertTrue(told.at("/model/claimed/meanIou").asDouble() > 0.3, run.out());
    assertTrue(told.at("/model/probes/movesAcross").asDouble() > 0.8, run.out());
    CommandLineRun claimed =
        CommandLineRun.of(
            "diagnose", "--model", own, "--data", "letters:story", "--preprocessing", "bgr");
    assertEquals(ExitCode.BAD_INPUT, claimed.exitCode());
  }

  @Test
  void wordsThatMeanNothing() {
    CommandLineRun unknown = run("ignores", "--preprocessing", "bgrr");
    assertEquals(ExitCode.BAD_INPUT, unknown.exitCode());
    assertTrue(unknown.err().contains("unknown word 'bgrr'; did you mean 'bgr'?"), unknown.err());
    assertTrue(
        run("ignores", "--preprocessing", "rgb,bgr").err().contains("rgb and bgr contradict"));
    assertTrue(
        run("ignores", "--preprocessing", "nhwc").err().contains("does not fit the input of"));
    assertTrue(run("ignores", "--reading", "xyzw").err().contains("unknown word 'xyzw'"));
    assertTrue(run("ignores", "--count", 7).err().contains("--count: must be from 8 to 1000"));
    assertTrue(run("ignores", "--input-size", "9").err().contains("--input-size: must be"));
  }
}
