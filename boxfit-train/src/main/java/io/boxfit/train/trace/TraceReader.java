package io.boxfit.train.trace;

import io.boxfit.core.BadInputException;
import io.boxfit.core.file.AtomicFile;
import io.boxfit.core.trace.Look;
import io.boxfit.core.trace.TraceEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code trace.jsonl}. */
public final class TraceReader {
  private TraceReader() {}

  /**
   * All events of a file, in order. Kinds of events that this Boxfit does not know are skipped, and
   * so is half a line at the end, which a training that runs or was killed leaves there.
   *
   * @throws BadInputException if it cannot be read, is of another version, or a line is not an
   *     event
   */
  public static List<TraceEvent> read(Path file) {
    List<TraceEvent> events = new ArrayList<>();
    TraceLines.each(
        file, line -> TraceParser.event(line.text(), line.where()).ifPresent(events::add));
    return events;
  }

  /**
   * All events of a trace that another framework may have written, to be judged.
   *
   * @return a start, then at least one step and one probe; numbers of steps rise
   * @throws BadInputException as {@link #read}, and if it is no such trace
   */
  public static List<TraceEvent> readForeign(Path file) {
    List<TraceEvent> events = new ArrayList<>();
    TraceContract contract = new TraceContract(file);
    TraceLines.each(
        file,
        line ->
            TraceParser.event(line.text(), line.where())
                .ifPresent(
                    event -> {
                      contract.accept(event, line.where());
                      events.add(event);
                    }));
    contract.end();
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
      Optional<TraceEvent> event;
      try {
        event = TraceParser.event(lines.get(i), file + ":" + (i + 1));
      } catch (BadInputException e) {
        break;
      }
      // Boxfit writes no events that it does not know.
      if (event.filter(e -> !(e instanceof TraceEvent.End) && stepOf(e) <= step).isEmpty()) {
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
    if (event instanceof Look.Pull e) {
      return e.step();
    }
    if (event instanceof Look.Trained e) {
      return e.step();
    }
    if (event instanceof Look.Repeat e) {
      return e.step();
    }
    return 0;
  }
}
