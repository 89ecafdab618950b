package io.boxfit.doctor.table;

import io.boxfit.core.BadInputException;
import io.boxfit.core.file.GivenFile;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads tables of boxes in the formats that programs write: text separated by commas, semicolons,
 * tabs or blanks, JSON, NumPy's {@code .npy} and {@code .npz}. The format is told by what the file
 * holds.
 *
 * <p>Text: four numbers a line, with or without a header line and an id. Names in a header tell the
 * box among more columns; its numbers come in the order of the file, but named sides that are in
 * neither of the orders x, y, x, y and y, x, y, x come in the first of them. JSON: {@code [[1, 2,
 * 3, 4]]}, {@code [{"id": "a", "box": [1, 2, 3, 4]}]}, {@code {"a": [1, 2, 3, 4]}}, or such a list
 * under a name as {@code predictions}; or an object a line. NumPy: shape (N, 4) or (N, 1, 4) of
 * integers or floats; in an {@code .npz} the only array, or the one named {@code boxes}, {@code
 * predictions}, {@code pred}, {@code y_pred}, {@code truth} or {@code y_true}.
 */
public final class BoxTableReader {
  private static final int HEAD = 8192;
  private static final char BYTE_ORDER_MARK = '\ufeff';
  private static final Pattern LIST_LINE = Pattern.compile("\\[[^\\[\\]{}\"]+],?");
  private static final Pattern PRINTED_LINE = Pattern.compile("\\[\\[?[^\\[\\],{}\"]+]*");
  private static final Map<String, String> FOREIGN =
      Map.of(
          "\u00ff\u00fe", "is UTF-16 text; save it as UTF-8",
          "\u00fe\u00ff", "is UTF-16 text; save it as UTF-8",
          "\u001f\u008b", "is compressed with gzip; unpack it first",
          "\u0089HDF", "is HDF5; save the array with numpy.save",
          "PAR1", "is Parquet; save the table as CSV",
          "\u0080\u0002", "is a Python pickle, which is never opened; use numpy.save",
          "\u0080\u0003", "is a Python pickle, which is never opened; use numpy.save",
          "\u0080\u0004", "is a Python pickle, which is never opened; use numpy.save",
          "\u0080\u0005", "is a Python pickle, which is never opened; use numpy.save");

  private BoxTableReader() {}

  /**
   * The table of a file.
   *
   * @return at least one row
   * @throws BadInputException in one line, with file, line and column where they are known, if the
   *     file is missing, a folder, not readable, of no known format, cut off, damaged, empty, of
   *     more than a million rows, or if text stands where a number should be, lines differ in their
   *     number of columns, an id comes twice, or it does not say which four numbers are the box
   */
  public static BoxTable read(Path file) {
    Place place = Place.file(file.toString());
    GivenFile.require(file);
    if (!Files.isRegularFile(file)) {
      throw place.error("is not a regular file; write the table to one");
    }
    try {
      return read(file, place);
    } catch (CharacterCodingException e) {
      throw place.error("is neither UTF-8 text nor an array of NumPy; save it as one of them", e);
    } catch (IOException e) {
      throw GivenFile.unreadable(file, e);
    }
  }

  private static BoxTable read(Path file, Place place) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    }
    if (NpyHeader.begins(head)) {
      try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
        return NpyTable.read(in, place, place);
      }
    }
    String bytes = new String(head, StandardCharsets.ISO_8859_1);
    if (bytes.startsWith("PK\u0003\u0004") || bytes.startsWith("PK\u0005\u0006")) {
      return NpzTable.read(file, place);
    }
    for (Map.Entry<String, String> foreign : FOREIGN.entrySet()) {
      if (bytes.startsWith(foreign.getKey())) {
        throw place.error(foreign.getValue());
      }
    }
    String name = place.source().toLowerCase(Locale.ROOT);
    if (name.endsWith(".npy") || name.endsWith(".npz")) {
      throw place.error("does not begin as NumPy's files do; is it damaged or misnamed?");
    }
    return text(file, new String(head, StandardCharsets.UTF_8), place);
  }

  private static BoxTable text(Path file, String head, Place place) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file)) {
      in.mark(1);
      boolean marked = in.read() == BYTE_ORDER_MARK;
      if (!marked) {
        in.reset();
      }
      String start = marked ? head.substring(1) : head;
      return json(start) ? JsonTable.read(in, place) : TextTable.read(in, start, place);
    }
  }

  /** Lists in brackets, one a line, and arrays as NumPy prints them, are no JSON. */
  private static boolean json(String start) {
    String line = TextTable.firstLine(start).strip();
    boolean list = line.startsWith("[") && !LIST_LINE.matcher(line).matches();
    return line.startsWith("{") || (list && !PRINTED_LINE.matcher(line).matches());
  }
}
