package io.boxfit.train.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.box.Box;
import io.boxfit.core.trace.Look;
import io.boxfit.core.trace.TraceEvent;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that tells others how to write a trace, held to what is read. */
class TraceFormatPageTest {
  private static String page;

  @TempDir Path folder;

  @BeforeAll
  static void load() throws IOException {
    page = Files.readString(Path.of("../docs/trace-format.md"));
  }

  private List<TraceEvent> example(int number) throws IOException {
    List<String> blocks =
        Pattern.compile("(?s)```jsonl\n(.*?)```")
            .matcher(page)
            .results()
            .map(found -> found.group(1))
            .toList();
    assertEquals(2, blocks.size());
    Path file = Files.writeString(folder.resolve("trace.jsonl"), blocks.get(number));
    return TraceReader.readForeign(file);
  }

  @Test
  void theLargeExampleIsRead() throws IOException {
    List<TraceEvent> events = example(0);
    assertEquals(
        new TraceEvent.Start(
            "PyTorch 2.4", "Net, 3772 parameters", "GIoU", "Adam", "XYXY", 200, 100, 2, 32),
        events.get(0));
    List<Box> truth = List.of(new Box(10, 20, 60, 80), new Box(100, 10, 150, 60));
    Box none = new Box(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    Box middle = new Box(90, 40, 110, 60);
    assertEquals(
        new TraceEvent.Probe(0, "validation", 0, truth, List.of(middle, none)), events.get(1));
    TraceEvent.LayerState stem =
        new TraceEvent.LayerState(0.75, 0.002, 0, OptionalDouble.of(0.125), OptionalDouble.of(0));
    assertEquals(
        new TraceEvent.Step(
            1,
            1,
            0.21,
            1.25,
            0.001,
            Map.of("stem", stem, "head", new TraceEvent.LayerState(3.5, 0.01, 0)),
            OptionalDouble.of(0.5),
            Optional.empty()),
        events.get(3));
    assertEquals(
        new TraceEvent.Step(
            2,
            1,
            0.39,
            Double.NaN,
            0.001,
            Map.of(
                "stem",
                new TraceEvent.LayerState(0, Double.NaN, 72),
                "head",
                new TraceEvent.LayerState(Double.NaN, Double.NaN, 132))),
        events.get(6));
    assertEquals(
        new TraceEvent.Epoch(1, 2, Double.NaN, OptionalDouble.empty(), OptionalDouble.of(0.125)),
        events.get(7));
    TraceEvent.Probe last = (TraceEvent.Probe) events.get(8);
    assertEquals(truth, last.truth());
    assertEquals(List.of(new Box(10, 20, 60, 50), new Box(0, 0, 10, 10)), last.predicted());
    assertEquals((0.5 + 0) / 2, last.meanIou());
    assertEquals(
        new TraceEvent.End(2, 0.4, "nonFinite", OptionalDouble.of(0.25), OptionalLong.empty()),
        events.get(10));
    assertEquals(11, events.size());
  }

  @Test
  void whatARecorderSawIsRead() throws IOException {
    List<TraceEvent> events = example(0);
    Look.Passed stem =
        new Look.Passed(
            "stem",
            List.of(32L, 3L, 100L, 200L),
            List.of(32L, 4L, 50L, 100L),
            OptionalDouble.of(0.5));
    Look.Passed head =
        new Look.Passed("head", List.of(32L, 20000L), List.of(32L, 4L), OptionalDouble.empty());
    assertEquals(
        new Look.Forward(
            List.of(stem, head),
            List.of("stem"),
            List.of("Linear"),
            OptionalDouble.of(0.75),
            Map.of("lr", 0.001),
            List.of(0.001, 0.01),
            Optional.of(new TraceEvent.Range(-1, 1, 0.25)),
            List.of(new Look.Column(0.5, 0.125)),
            new Look.Pictures(
                List.of(32L, 3L, 100L, 200L), OptionalDouble.of(0.25), List.of(0.5, 0.25, 0.75)),
            new Look.Pictures(List.of(64L, 3L, 100L, 200L), OptionalDouble.empty(), List.of()),
            OptionalDouble.of(0)),
        events.get(2));
    assertEquals(
        new Look.Trained(1, List.of(new Box(20, 30, 70, 90)), List.of(new Box(90, 40, 110, 60))),
        events.get(4));
    assertEquals(
        new Look.Pull(
            1,
            List.of(0.5, 0.25, 0.0, 0.5),
            0.25,
            Optional.of(new TraceEvent.Range(-2, 3, 0.5)),
            OptionalDouble.of(0.125),
            OptionalDouble.of(0.5),
            true,
            OptionalDouble.of(0.125),
            OptionalDouble.of(0.25),
            OptionalDouble.of(0.5),
            OptionalDouble.of(0.75)),
        events.get(5));
    Box other = new Box(0, 0, 10, 10);
    assertEquals(
        new Look.Repeat(
            2,
            List.of(new Box(10, 20, 60, 50), other),
            List.of(new Box(10, 20, 61, 50), other),
            List.of(new Box(10, 20, 59, 50), other),
            List.of(new Box(10, 20, 60, 50), other),
            List.of(new Box(35, 32, 85, 62), new Box(25, 12, 35, 22)),
            List.of(25.0, 12.0)),
        events.get(9));
  }

  @Test
  void theSmallExampleIsRead() throws IOException {
    assertEquals(3, example(1).size());
  }

  /** Whoever adds a field to an event must describe it. */
  @Test
  void everyFieldIsDescribed() {
    Stream<Class<?>> events =
        Stream.of(TraceEvent.class, Look.class)
            .flatMap(kind -> Stream.of(kind.getPermittedSubclasses()))
            .filter(Class::isRecord);
    Stream<Class<?>> parts =
        Stream.of(
            TraceEvent.LayerState.class,
            TraceEvent.Layer.class,
            Look.Passed.class,
            Look.Pictures.class,
            Look.Column.class);
    Stream.concat(events, parts)
        .flatMap(type -> Stream.of(type.getRecordComponents()))
        .map(RecordComponent::getName)
        .forEach(
            field ->
                assertTrue(
                    Pattern.compile("(?m)^\\| [^|]*`" + field + "`").matcher(page).find(), field));
  }

  @Test
  void theVersionIsThatOfTheCode() {
    assertTrue(page.startsWith("# The trace format, version " + TraceFormat.VERSION + "\n"));
  }
}
