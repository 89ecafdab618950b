package io.boxfit.app.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.train.checkpoint.Safetensors;
import io.boxfit.train.run.RunFolder;
import io.boxfit.train.run.RunRecord;
import io.boxfit.train.trace.TraceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Two runs of one recipe that must agree, whatever happened to the second. */
final class SameRun {
  private SameRun() {}

  static void require(RunFolder straight, RunFolder run) throws IOException {
    RunRecord record = RunRecord.read(run.record());
    assertEquals("finished", record.state());
    assertEquals(RunRecord.read(straight.record()).weightsSha256(), record.weightsSha256());
    requireSameBest(straight, run);
    assertEquals(told(straight), told(run), "no gap, no double line");
    assertEquals(-1, Files.mismatch(straight.model(), run.model()));
    assertTrue(Files.exists(run.report()));
    try (Stream<Path> files = Files.walk(run.path())) {
      List<Path> left = files.filter(f -> f.toString().matches(".*\\.(part|lock)")).toList();
      assertEquals(List.of(), left, "nothing half written is left");
    }
  }

  /** But for the seconds, which the file holds too. */
  private static void requireSameBest(RunFolder straight, RunFolder run) throws IOException {
    Safetensors best = Safetensors.read(straight.best());
    Safetensors found = Safetensors.read(run.best());
    assertEquals(best.metadata().get("step"), found.metadata().get("step"));
    assertEquals(best.tensors().keySet(), found.tensors().keySet());
    best.tensors()
        .forEach(
            (name, entry) ->
                assertArrayEquals(entry.values(), found.tensors().get(name).values(), name));
  }

  /** The events without times, which differ. */
  private static List<TraceEvent> told(RunFolder run) {
    return TraceReader.read(run.trace()).stream().map(SameRun::withoutTime).toList();
  }

  private static TraceEvent withoutTime(TraceEvent event) {
    if (event instanceof TraceEvent.Step s) {
      return new TraceEvent.Step(s.step(), s.epoch(), 0, s.loss(), s.learningRate(), s.layers());
    }
    if (event instanceof TraceEvent.End e) {
      return new TraceEvent.End(e.step(), 0, e.state(), e.bestMeanIou(), e.stoppedEarlyAt());
    }
    return event;
  }
}
