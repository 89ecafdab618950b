package io.boxfit.train.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.train.loop.Cadence;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class TraceWriterTest {
  /** Closed as a run closes it, which fails a second time. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskIsSaidInOneLine() {
    Path full = Path.of("/dev/full");
    UncheckedIOException failure =
        assertThrows(
            UncheckedIOException.class,
            () -> {
              try (TraceWriter trace = new TraceWriter(full, new Cadence(10))) {
                trace.on(
                    new TraceEvent.Epoch(
                        1, 2, 3.25, OptionalDouble.empty(), OptionalDouble.empty()));
              }
            });
    assertEquals("cannot write /dev/full: No space left on device", failure.getMessage());
  }
}
