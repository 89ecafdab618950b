package io.boxfit.data.annotation;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * A table of text, row by row, its separator told from the header. Bytes that are not UTF-8 arrive
 * as {@link #NOT_TEXT}.
 */
final class CsvTable implements AutoCloseable {
  /** Stands for bytes that are no characters. */
  static final char NOT_TEXT = '\uFFFD';

  private static final int LONGEST_HEADER = 1 << 16;
  private static final int LONGEST_FIELD = 1 << 20;
  private static final char[] SEPARATORS = {',', ';', '\t', '|'};

  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> rows;
  private final List<String> header;

  private CsvTable(CsvReader<CsvRecord> reader) {
    this.reader = reader;
    rows = reader.iterator();
    header = rows.hasNext() ? rows.next().getFields() : List.of();
  }

  /**
   * Opens a table.
   *
   * @throws IOException if the file cannot be read
   * @throws RuntimeException if the header is damaged
   */
  static CsvTable open(Path file) throws IOException {
    char separator = separator(file);
    InputStream input = Files.newInputStream(file);
    try {
      BufferedReader text =
          new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8), 1 << 16);
      text.mark(1);
      if (text.read() != '\uFEFF') {
        text.reset();
      }
      return new CsvTable(
          CsvReader.builder()
              .fieldSeparator(separator)
              .maxBufferSize(LONGEST_FIELD)
              .allowExtraFields(true)
              .allowMissingFields(true)
              .allowExtraCharsAfterClosingQuote(true)
              .ofCsvRecord(text));
    } catch (IOException | RuntimeException e) {
      input.close();
      throw e;
    }
  }

  /** The separator that stands most often in the first line. */
  private static char separator(Path file) throws IOException {
    String line;
    try (InputStream input = Files.newInputStream(file)) {
      String start = new String(input.readNBytes(LONGEST_HEADER), StandardCharsets.UTF_8);
      line = start.lines().filter(text -> !text.isBlank()).findFirst().orElse("");
    }
    char best = SEPARATORS[0];
    for (char candidate : SEPARATORS) {
      if (count(line, candidate) > count(line, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String line, char wanted) {
    return line.chars().filter(c -> c == wanted).count();
  }

  /** The names of the columns; empty for an empty file. */
  List<String> header() {
    return header;
  }

  /** The rows below the header; {@code next} throws a RuntimeException where one is damaged. */
  Iterator<CsvRecord> rows() {
    return rows;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
