package io.boxfit.train.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.BadInputException;
import io.boxfit.core.box.Box;
import io.boxfit.core.box.BoxEncoding;
import io.boxfit.core.box.BoxFormat;
import io.boxfit.core.box.BoxUnit;
import io.boxfit.core.trace.Look;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.train.fuzz.Fuzzing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceFuzzTest {
  @TempDir Path folder;

  private static byte[] trace() {
    Box box = new Box(1.5, 2, 30, 40.25);
    Map<String, TraceEvent.LayerState> layers =
        Map.of("stem", new TraceEvent.LayerState(0.5, 1e-3, 0));
    return text(
        new TraceEvent.Start(
            "Boxfit",
            "2 layers",
            "loss",
            "AdamW",
            "XYXY",
            200,
            100,
            4,
            32,
            128,
            List.of(
                layer("conv", "Conv2D", OptionalLong.of(8)),
                layer("end", "Sigmoid", OptionalLong.empty()))),
        new TraceEvent.Probe(0, "validation", 0.1, List.of(box, box), List.of(box, box)),
        new TraceEvent.Inputs(
            2,
            new TraceEvent.Range(-1, 1, 0.25),
            3,
            Optional.of(new TraceEvent.Range(0, 1, 0.5)),
            Optional.of(new BoxEncoding(BoxFormat.CXCYWH, BoxUnit.RELATIVE)),
            1,
            Optional.of(new TraceEvent.Range(-2, 2, 0))),
        new Look.Forward(
            List.of(
                new Look.Passed(
                    "conv", List.of(32L, 1L, 8L, 8L), List.of(32L, 4L), OptionalDouble.of(0.5))),
            List.of("conv"),
            List.of("Linear"),
            OptionalDouble.of(0.25),
            Map.of("lr", 0.5),
            List.of(0.5),
            Optional.of(new TraceEvent.Range(0, 1, 0.5)),
            List.of(new Look.Column(0.5, 0.25)),
            new Look.Pictures(List.of(32L, 1L, 8L, 8L), OptionalDouble.of(0.5), List.of(0.25)),
            Look.Pictures.UNKNOWN,
            OptionalDouble.of(0.25)),
        new TraceEvent.Step(1, 1, 0.25, 3.5, 0.01, layers),
        new Look.Pull(
            1,
            List.of(0.5, 0.0),
            0.5,
            Optional.of(new TraceEvent.Range(-1, 1, 0)),
            OptionalDouble.of(0.25),
            OptionalDouble.of(0),
            false,
            OptionalDouble.of(1),
            OptionalDouble.of(0.5),
            OptionalDouble.empty(),
            OptionalDouble.of(0.5)),
        new Look.Trained(1, List.of(box), List.of(box)),
        new TraceEvent.Step(2, 1, 0.5, Double.NaN, 0.01, Map.of()),
        new TraceEvent.Epoch(1, 2, 3.25, OptionalDouble.of(2.5), OptionalDouble.of(0.5)),
        new TraceEvent.Step(3, 2, 0.75, 2.5, 0.01, layers),
        new Look.Repeat(
            4,
            List.of(box),
            List.of(box),
            List.of(box),
            List.of(box),
            List.of(box),
            List.of(8.0, 4.0)),
        new TraceEvent.End(4, 1.5, "finished", OptionalDouble.of(0.5), OptionalLong.of(4)));
  }

  private static TraceEvent.Layer layer(String name, String kind, OptionalLong units) {
    return new TraceEvent.Layer(
        name,
        kind,
        units,
        OptionalDouble.of(0.5),
        OptionalDouble.empty(),
        OptionalDouble.of(1.4),
        OptionalDouble.of(0.25));
  }

  private static byte[] text(TraceEvent... events) {
    return Stream.of(events)
        .map(e -> TraceFormat.line(e) + "\n")
        .collect(Collectors.joining())
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void everyTraceGivesWholeEventsOrOneClearLine() {
    Path path = folder.resolve("trace.jsonl");
    Fuzzing.run(
        "trace",
        1500,
        List.of(trace()),
        input -> {
          Files.write(path, input);
          for (TraceEvent event : TraceReader.read(path)) {
            requireWhole(event);
          }
        });
  }

  private static void requireWhole(TraceEvent event) {
    if (event instanceof TraceEvent.Start e) {
      assertNotNull(e.framework());
      assertNotNull(e.boxFormat());
      e.layers().forEach(layer -> assertNotNull(layer.kind()));
    } else if (event instanceof TraceEvent.Inputs e) {
      assertNotNull(e.pixels());
      assertNotNull(e.targets());
      e.encoding().ifPresent(encoding -> assertNotNull(encoding.format()));
      e.encoding().ifPresent(encoding -> assertNotNull(encoding.unit()));
    } else if (event instanceof Look.Forward e) {
      e.layers().forEach(layer -> assertNotNull(layer.name()));
      e.optimizer().values().forEach(value -> assertNotNull(value));
      assertTrue(e.probe().isPresent() || e.probe().isEmpty());
    } else if (event instanceof Look.Pull e) {
      e.gradient().forEach(value -> assertNotNull(value));
      assertTrue(e.held().isPresent() || e.held().isEmpty());
    } else if (event instanceof Look.Trained e) {
      assertEquals(e.truth().size(), e.predicted().size());
    } else if (event instanceof Look.Repeat e) {
      assertTrue(e.by().isEmpty() || e.moved().size() == e.use().size());
    } else if (event instanceof TraceEvent.Step e) {
      e.layers().values().forEach(state -> assertNotNull(state));
    } else if (event instanceof TraceEvent.Probe e) {
      assertNotNull(e.split());
      e.truth().forEach(box -> assertNotNull(box));
      e.predicted().forEach(box -> assertNotNull(box));
    } else if (event instanceof TraceEvent.End e) {
      assertNotNull(e.state());
      assertTrue(e.bestMeanIou().isPresent() || e.bestMeanIou().isEmpty());
      assertTrue(e.stoppedEarlyAt().isPresent() || e.stoppedEarlyAt().isEmpty());
    } else if (event instanceof TraceEvent.Epoch e) {
      assertTrue(e.validationLoss().isPresent() || e.validationLoss().isEmpty());
      assertTrue(e.validationIou().isPresent() || e.validationIou().isEmpty());
    }
  }

  /** A trace is only a report of a run: whatever happened to it, the run goes on. */
  @Test
  void everyTraceCanBeCut() throws IOException {
    Path path = folder.resolve("trace.jsonl");
    Fuzzing.run(
        "cut trace",
        1500,
        List.of(trace()),
        input -> {
          Files.write(path, input);
          TraceReader.cutAfter(path, 2);
          List<TraceEvent> kept = TraceReader.read(path);
          for (TraceEvent event : kept) {
            assertTrue(!(event instanceof TraceEvent.Step e) || e.step() <= 2);
          }
          if (kept.isEmpty()) {
            throw new BadInputException("nothing was left of the trace");
          }
        });
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(path), files.toList());
    }
  }
}
