package io.boxfit.bench.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.boxfit.core.BadInputException;
import io.boxfit.core.file.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was done, a line a piece of work, so that a run that was stopped goes on. */
final class VisitBook {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /**
   * A piece of work.
   *
   * @param key names it
   * @param visits that came of it
   */
  record Entry(String key, List<Visit> visits) {}

  private VisitBook(Path file) {
    this.file = file;
  }

  /** Reads what there is; a last line that was cut off is done again. */
  static VisitBook open(Path file) {
    VisitBook book = new VisitBook(file);
    if (!Files.exists(file)) {
      return book;
    }
    try {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        if (!book.read(lines.get(i), i + 1 == lines.size(), i + 1)) {
          // Cut off, or the next line would make it one in the middle, which nobody can read.
          String whole = String.join("\n", lines.subList(0, i));
          AtomicFile.write(file.toAbsolutePath(), whole.getBytes(StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      throw new BadInputException(file + ": cannot be read: " + e.getMessage(), e);
    }
    return book;
  }

  /** Whether it is whole; only the last line may be torn. */
  private boolean read(String line, boolean last, int number) {
    try {
      Entry entry = JSON.readValue(line, Entry.class);
      entries.put(entry.key(), entry);
      return true;
    } catch (JsonProcessingException e) {
      if (!last) {
        throw new BadInputException(file + ":" + number + ": is no visit; delete the file", e);
      }
      return false;
    }
  }

  /** What came of a piece of work, where it was done. */
  synchronized Optional<List<Visit>> of(String key) {
    return Optional.ofNullable(entries.get(key)).map(Entry::visits);
  }

  /** Notes a piece of work. */
  synchronized void add(String key, List<Visit> visits) {
    Entry entry = new Entry(key, visits);
    entries.put(key, entry);
    try {
      String line = "\n" + JSON.writeValueAsString(entry);
      Files.writeString(
          file,
          entries.size() > 1 ? line : line.substring(1),
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }
}
