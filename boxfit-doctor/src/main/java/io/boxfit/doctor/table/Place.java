package io.boxfit.doctor.table;

import io.boxfit.core.BadInputException;
import io.boxfit.model.setting.Quoted;

/**
 * Where something stands in a table's file, so that an error can say it.
 *
 * @param source the file, or an array in it
 * @param line from 1; 0 where lines mean nothing
 * @param column from 1: a cell of the line in a table of text, a character in JSON; 0 if unknown
 */
record Place(String source, long line, long column) {

  /** A file as a whole. */
  static Place file(String source) {
    return new Place(source, 0, 0);
  }

  Place atLine(long newLine) {
    return new Place(source, newLine, 0);
  }

  Place atColumn(long newColumn) {
    return new Place(source, line, newColumn);
  }

  /** The error with this place in front. */
  BadInputException error(String message) {
    return new BadInputException(this + ": " + message);
  }

  /** The error with this place in front, and what the machine said. */
  BadInputException error(String message, Throwable cause) {
    return new BadInputException(this + ": " + message, cause);
  }

  /** What a cell or a field holds, quoted for an error. */
  static String quoted(String text) {
    return Quoted.of(text);
  }

  /** For example {@code P.csv:7, column 3}. */
  @Override
  public String toString() {
    return source + (line > 0 ? ":" + line : "") + (column > 0 ? ", column " + column : "");
  }
}
