package io.boxfit.train.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.BadInputException;
import io.boxfit.core.box.Box;
import io.boxfit.core.trace.Look;
import io.boxfit.core.trace.TraceEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Traces of other frameworks tell little and are broken in their own ways. */
class ForeignTraceTest {
  private static final String START = "{\"event\":\"start\"}\n";
  private static final String PROBE =
      "{\"event\":\"probe\",\"step\":0,\"truth\":[[0,0,4,4]],\"predicted\":[[2,0,6,4]]}\n";
  private static final String STEP = "{\"event\":\"step\",\"step\":1,\"loss\":0.5}\n";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void file() {
    file = folder.resolve("trace.jsonl");
  }

  private List<TraceEvent> read(String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return TraceReader.readForeign(file);
  }

  private void requireRefused(String text, String message) {
    BadInputException refusal = assertThrows(BadInputException.class, () -> read(text));
    assertEquals(message, refusal.getMessage().replace(file.toString(), "F"));
  }

  @Test
  void theLeastThatATraceMayTell() {
    List<TraceEvent> events = read(START + PROBE + STEP);
    assertEquals(new TraceEvent.Start("", "", "", "", "XYXY", 0, 0, 0, 0), events.get(0));
    TraceEvent.Probe probe = (TraceEvent.Probe) events.get(1);
    assertEquals("", probe.split());
    assertEquals(8.0 / 24, probe.meanIou(), 1e-12, "two boxes of 16 share 8");
    assertEquals(List.of(new Box(2, 0, 6, 4)), probe.predicted());
    assertEquals(new TraceEvent.Step(1, 0, Double.NaN, 0.5, Double.NaN, Map.of()), events.get(2));
  }

  @Test
  void everyLayersFigureMayBeMissing() {
    String layers =
        "{\"event\":\"step\",\"step\":1,\"loss\":1,\"overlapFreeShare\":0.25,\"layers\":{"
            + "\"a\":{},\"b\":{\"gradientNorm\":2,\"updateRatio\":0.001,\"nonFinite\":3},"
            + "\"c\":{\"gradientNorm\":\"Infinity\",\"deadShare\":1,\"saturatedShare\":0}}}\n";
    TraceEvent.Step step = (TraceEvent.Step) read(START + PROBE + layers).get(2);
    assertEquals(OptionalDouble.of(0.25), step.overlapFreeShare());
    assertEquals(List.of("a", "b", "c"), List.copyOf(step.layers().keySet()));
    assertEquals(
        new TraceEvent.LayerState(Double.NaN, Double.NaN, 0), step.layers().get("a"), "unknown");
    assertEquals(new TraceEvent.LayerState(2, 0.001, 3), step.layers().get("b"));
    assertEquals(
        new TraceEvent.LayerState(
            Double.NaN, Double.NaN, 1, OptionalDouble.of(1), OptionalDouble.of(0)),
        step.layers().get("c"),
        "a norm that is no number says that a gradient is none");
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    Map<String, TraceEvent.LayerState> layers =
        Map.of(
            "stem",
            new TraceEvent.LayerState(
                0.5, 1e-3, 0, OptionalDouble.of(0.5), OptionalDouble.of(1), OptionalDouble.of(8)));
    List<TraceEvent> events =
        List.of(
            new TraceEvent.Start("Boxfit", "n", "GIoU", "Adam", "XYXY", 20, 10, 4, 2),
            new TraceEvent.Step(
                1, 1, 0.5, 2.5, 0.1, layers, OptionalDouble.of(0.75), Optional.of(true)),
            new TraceEvent.Step(2, 1, 0.75, Double.NaN, 0.1, Map.of()),
            new Look.Pull(
                2,
                List.of(0.5, 0.0),
                0.5,
                Optional.empty(),
                OptionalDouble.of(0.25),
                OptionalDouble.empty()));
    String text = "";
    for (TraceEvent event : events) {
      text += TraceFormat.line(event) + "\n";
    }
    assertTrue(
        text.startsWith("{\"event\":\"start\",\"version\":1,\"framework\":\"Boxfit\""), text);
    List<TraceEvent> read = read(text + PROBE);
    assertEquals(events, read.subList(0, 4));
  }

  @Test
  void whatIsNoNumberIsAText() {
    String boxes = "[\"NaN\",0,\"Infinity\",\"-Infinity\"]";
    String probe = PROBE.replace("[2,0,6,4]", boxes);
    List<TraceEvent> events = read(START + probe + STEP.replace("0.5", "\"NaN\""));
    Box none = new Box(Double.NaN, 0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    TraceEvent.Probe read = (TraceEvent.Probe) events.get(1);
    assertEquals(List.of(none), read.predicted());
    assertEquals(0, read.meanIou());
    assertTrue(Double.isNaN(((TraceEvent.Step) events.get(2)).loss()));
    TraceEvent.Step bare =
        (TraceEvent.Step) read(START + PROBE + STEP.replace("0.5", "NaN")).get(2);
    assertTrue(Double.isNaN(bare.loss()), "as Python's json writes it");
  }

  @Test
  void aTrueBoxThatIsNoneIsTold() {
    TraceEvent.Probe probe =
        (TraceEvent.Probe) read(START + PROBE.replace("[0,0,4,4]", "[4,4,0,0]") + STEP).get(1);
    assertEquals(List.of(new Box(4, 4, 0, 0)), probe.truth());
    assertTrue(Double.isNaN(probe.meanIou()));
  }

  @Test
  void whatALaterBoxfitAddsIsSkipped() {
    String added = "{\"event\":\"weather\",\"step\":\"sunny\"}\n";
    assertEquals(
        read(START + PROBE + STEP),
        read(START + added + PROBE + STEP.replace("\"loss\"", "\"mood\":[1],\"loss\"")));
  }

  @Test
  void halfALineAtTheEndIsSkipped() throws IOException {
    List<TraceEvent> whole = read(START + PROBE + STEP);
    byte[] next =
        "{\"event\":\"step\",\"step\":2,\"loss\":0.25,\"mood\":\"süß\"}"
            .getBytes(StandardCharsets.UTF_8);
    byte[] before = (START + PROBE + STEP).getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < next.length; length++) {
      byte[] bytes = new byte[before.length + length];
      System.arraycopy(before, 0, bytes, 0, before.length);
      System.arraycopy(next, 0, bytes, before.length, length);
      Files.write(file, bytes);
      assertEquals(whole, TraceReader.readForeign(file), "cut after " + length + " bytes");
    }
    String unended = START + PROBE + STEP.strip();
    assertEquals(whole, read(unended), "whole without a line end");
  }

  @Test
  void theByteOrderMarkOfWindowsIsPassedOver() {
    assertEquals(read(START + PROBE + STEP), read("\ufeff" + START + PROBE + STEP));
  }

  @Test
  void aFileThatIsMissingOrAFolderIsNamed() {
    Path missing = folder.resolve("missing.jsonl");
    BadInputException refusal =
        assertThrows(BadInputException.class, () -> TraceReader.readForeign(missing));
    assertEquals(missing + ": does not exist", refusal.getMessage());
    refusal = assertThrows(BadInputException.class, () -> TraceReader.readForeign(folder));
    assertEquals(folder + ": is a folder; name a file in it", refusal.getMessage());
  }

  @Test
  void whatIsBrokenIsNamedByLineAndField() {
    requireRefused(
        START + PROBE + "{\"event\":\"step\",\"step\":1,\n" + STEP,
        "F:3, column 26: a line must hold one JSON object, and this ends in the middle of its"
            + " JSON; is it cut off?");
    requireRefused(START + "{\"event\":\"step\",\"step\":1}\n", "F:2: step: 'loss' is missing");
    requireRefused(START + STEP.replace("0.5", "null"), "F:2: step: 'loss' is missing");
    requireRefused(
        START + STEP.replace("0.5", "\"0.5\""),
        "F:2: step: 'loss' is '\"0.5\"'; write a number, or \"NaN\" where it is none");
    requireRefused(
        START + STEP.replace(":1,", ":1.5,"),
        "F:2: step: 'step' is '1.5'; write a whole number from 0 up");
    requireRefused(
        START + PROBE.replace("[2,0,6,4]", "[2,0,6]"),
        "F:2: probe: 'predicted[0]' is '[2,0,6]'; write [xMin, yMin, xMax, yMax],"
            + " or an object of these four");
    requireRefused(
        START + PROBE.replace("[0,0,4,4]", "[0,0,4,4],[0,0,4,4]"),
        "F:2: probe: 'predicted' has 1 boxes, 'truth' has 2");
    requireRefused(
        START + PROBE.replace("[2,0,6,4]", "{\"xMin\":2,\"yMin\":0,\"xMax\":6}"),
        "F:2: probe: predicted[0]: 'yMax' is missing");
    requireRefused(
        START + STEP.replace("}", ",\"layers\":{\"a\":{\"deadShare\":7}}}"),
        "F:2: step: layer 'a': 'deadShare' is 7.0; a share lies between 0 and 1");
    requireRefused(
        START.replace("}", ",\"boxFormat\":\"XYWH\"}"),
        "F:1: start: 'boxFormat' is 'XYWH'; boxes of a trace are XYXY in pixels: convert them");
    requireRefused(
        "hello",
        "F:1, column 1: a line must hold one JSON object, and this is not JSON from here on");
    requireRefused(
        START + "{\"event\":\"step\"} {}\n" + STEP,
        "F:2, column 18: a line must hold one JSON object, and this holds what does not belong"
            + " there, from here on");
    requireRefused(
        START + "{\"a\":".repeat(2000) + "\n" + STEP,
        "F:2: a line must hold one JSON object, and this is JSON nested too deeply, or with a"
            + " text or a number too long");
  }

  @Test
  void anotherVersionIsRefused() {
    requireRefused(
        START.replace("}", ",\"version\":2}") + PROBE + STEP,
        "F:1: start: trace version 2; this Boxfit reads 1: take the Boxfit that belongs to it, or"
            + " record in version 1");
  }

  @Test
  void whatCannotBeJudgedIsRefused() {
    requireRefused("", "F: holds no event; is it a trace, and has it begun?");
    requireRefused(
        START + STEP,
        "F: has no probe yet; to judge a training takes steps with their loss and a probe");
    requireRefused(
        START + PROBE,
        "F: has no step yet; to judge a training takes steps with their loss and a probe");
    requireRefused(STEP + START + PROBE, "F:1: the first event must be start");
    requireRefused(
        START + PROBE + STEP + START,
        "F:4: a second start; a file holds one training: record each into its own");
    requireRefused(
        START + PROBE + STEP + STEP,
        "F:4: step 1 comes after step 1; steps count from 1 through the whole training, not anew in"
            + " each epoch");
  }
}
