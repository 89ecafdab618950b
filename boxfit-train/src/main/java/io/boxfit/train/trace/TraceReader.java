package io.boxfit.train.trace;

import io.boxfit.core.BadInputException;
import io.boxfit.core.file.AtomicFile;
import io.boxfit.core.trace.TraceEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code trace.jsonl}. */
public final class TraceReader {
  private TraceReader() {}

  /**
   * All events of a file, in order.
   *
   * @throws BadInputException if it cannot be read, or a line is not an event
   */
  public static List<TraceEvent> read(Path file) {
    List<TraceEvent> events = new ArrayList<>();
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      int number = 1;
      for (String line = in.readLine(); line != null; line = in.readLine(), number++) {
        if (!line.isBlank()) {
          events.add(TraceFormat.event(line, file + ":" + number));
        }
      }
    } catch (MalformedInputException e) {
      throw new BadInputException(file + ": not UTF-8 text", e);
    } catch (IOException e) {
      throw new BadInputException(file + ": cannot be read: " + e.getMessage(), e);
    }
    return events;
  }

  /**
   * Cuts a trace back to what was told up to a step, so that a resumed run writes the rest again.
   *
   * @param file may be missing, end in the middle of a line, or hold anything: what is no event is
   *     cut with all behind it
   * @param step of the checkpoint to go on from
   * @throws IOException if it cannot be rewritten
   */
  public static void cutAfter(Path file, long step) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    StringBuilder kept = new StringBuilder();
    // What a crash left behind may be anything, also what is not UTF-8.
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      TraceEvent event;
      try {
        event = TraceFormat.event(lines.get(i), file + ":" + (i + 1));
      } catch (BadInputException e) {
        break;
      }
      if (event instanceof TraceEvent.End || stepOf(event) > step) {
        break;
      }
      kept.append(lines.get(i)).append('\n');
    }
    AtomicFile.write(file, kept.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static long stepOf(TraceEvent event) {
    if (event instanceof TraceEvent.Step e) {
      return e.step();
    }
    if (event instanceof TraceEvent.Probe e) {
      return e.step();
    }
    if (event instanceof TraceEvent.Epoch e) {
      return e.step();
    }
    if (event instanceof TraceEvent.End e) {
      return e.step();
    }
    return 0;
  }
}
