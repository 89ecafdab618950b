package io.boxfit.doctor.table;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts text into lines of cells: RFC 4180 with any separator, and what is common beside it. Blank
 * lines and lines that begin with {@code #} are passed over; blanks around a cell do not count.
 */
final class TextCells {
  /** As separator: any run of blanks, tabs and square brackets. */
  static final char BLANKS = ' ';

  private static final int LONGEST_CELL = 4096;
  private static final int MOST_CELLS = 1024;
  private static final int END = -1;

  private final Reader in;
  private final char separator;
  private final Place file;
  private int current;
  private long line = 1;
  private long begun = 1;

  TextCells(Reader in, char separator, Place file) throws IOException {
    this.in = in;
    this.separator = separator;
    this.file = file;
    this.current = in.read();
  }

  /** The cells of the next line that has any; empty at the end of the text. */
  List<String> next() throws IOException {
    while (current != END) {
      List<String> cells = line();
      if (!cells.isEmpty()) {
        return cells;
      }
    }
    return List.of();
  }

  /** Where the line returned last begins. */
  Place place() {
    return file.atLine(begun);
  }

  private List<String> line() throws IOException {
    begun = line;
    List<String> cells = new ArrayList<>();
    skipBlanks();
    if (current == '#') {
      while (!atLineEnd()) {
        advance();
      }
    }
    while (!atLineEnd()) {
      if (cells.size() == MOST_CELLS) {
        throw place().error("more than " + MOST_CELLS + " columns; a box needs four");
      }
      cells.add(current == '"' ? quoted(cells.size() + 1) : plain(cells.size() + 1));
      skipBlanks();
      if (separator == BLANKS) {
        continue;
      }
      if (current == separator) {
        advance();
        skipBlanks();
        // A list pasted from a program ends its lines with "],", which begins no cell.
        if (atLineEnd() && !cells.get(cells.size() - 1).endsWith("]")) {
          cells.add("");
        }
      } else if (!atLineEnd()) {
        throw place()
            .atColumn(cells.size())
            .error("text follows a closing quote; write a quote within quotes twice");
      }
    }
    endLine();
    return cells;
  }

  private String plain(int column) throws IOException {
    StringBuilder cell = new StringBuilder();
    while (!atLineEnd() && current != separator && !(separator == BLANKS && blank())) {
      take(cell, column);
    }
    return cell.toString().strip();
  }

  private String quoted(int column) throws IOException {
    StringBuilder cell = new StringBuilder();
    advance();
    while (true) {
      if (current == END) {
        throw place().atColumn(column).error("a quote is opened and never closed; is it cut off?");
      }
      if (current == '"') {
        advance();
        if (current != '"') {
          return cell.toString().strip();
        }
      }
      if (current == '\n') {
        line++;
      }
      take(cell, column);
    }
  }

  private void take(StringBuilder cell, int column) throws IOException {
    if (cell.length() == LONGEST_CELL) {
      throw place()
          .atColumn(column)
          .error("a cell of more than " + LONGEST_CELL + " characters; is it a table of boxes?");
    }
    cell.append((char) current);
    advance();
  }

  private void skipBlanks() throws IOException {
    while (blank() && (separator == BLANKS || current != separator)) {
      advance();
    }
  }

  private boolean blank() {
    return current == ' '
        || current == '\t'
        || current == '\u00a0'
        || (separator == BLANKS && (current == '[' || current == ']'));
  }

  private boolean atLineEnd() {
    return current == '\n' || current == '\r' || current == END;
  }

  private void endLine() throws IOException {
    if (current == '\r') {
      advance();
      if (current == '\n') {
        advance();
      }
    } else if (current == '\n') {
      advance();
    }
    line++;
  }

  private void advance() throws IOException {
    current = in.read();
  }
}
