package io.boxfit.train.trace;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.train.loop.Cadence;
import io.boxfit.train.loop.TrainingListener;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes {@code trace.jsonl} while a training runs; steps that the cadence leaves out are dropped.
 */
public final class TraceWriter implements TrainingListener, AutoCloseable {
  private final Path file;
  private final Cadence cadence;
  private final BufferedWriter out;

  /**
   * Goes on at the end of a file, or begins one.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public TraceWriter(Path file, Cadence cadence) {
    this.file = file;
    this.cadence = cadence;
    try {
      out =
          Files.newBufferedWriter(
              file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw unwritten(e);
    }
  }

  @Override
  public void on(TraceEvent event) {
    if (event instanceof TraceEvent.Step step
        && Double.isFinite(step.loss())
        && !cadence.traced(step.step())) {
      return;
    }
    try {
      out.write(TraceFormat.line(event));
      out.newLine();
      // A checkpoint may follow, of a probe or of a stop: what led to it must be told before.
      out.flush();
    } catch (IOException e) {
      throw unwritten(e);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw unwritten(e);
    }
  }

  private UncheckedIOException unwritten(IOException e) {
    return new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
  }
}
