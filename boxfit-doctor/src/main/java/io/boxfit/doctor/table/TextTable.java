package io.boxfit.doctor.table;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/** Reads tables of text. */
final class TextTable {
  private TextTable() {}

  /**
   * The table.
   *
   * @param start the first lines of the text, by which the separator is told
   */
  static BoxTable read(Reader in, String start, Place file) throws IOException {
    TextCells lines = new TextCells(in, separator(start), file);
    RowCollector rows = new RowCollector(file);
    List<String> first = lines.next();
    if (first.isEmpty()) {
      return rows.table();
    }
    TextColumns columns;
    List<String> cells = first;
    if (header(first)) {
      Place place = lines.place();
      cells = lines.next();
      columns = TextColumns.named(names(first, cells), cells, place);
    } else {
      columns = TextColumns.unnamed(first, lines.place());
    }
    FirstOfFive firstOfFive = new FirstOfFive();
    while (!cells.isEmpty()) {
      Place place = lines.place();
      String id = columns.id(cells, place);
      double[] row = columns.row(cells, place);
      switch (columns.basis()) {
        case SAID -> rows.add(id, row, place);
        case LIKELY -> rows.addLikely(id, row, place);
        case PLACE -> firstOfFive.add(id, row, place, rows);
      }
      cells = lines.next();
    }
    BoxTable table = rows.table();
    if (columns.basis() == TextColumns.Basis.PLACE) {
      firstOfFive.requireTold(table, file);
    }
    return table;
  }

  /** The separator of the first line that holds something. */
  private static char separator(String start) {
    String line = firstLine(start);
    boolean quoted = false;
    StringBuilder seen = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      quoted ^= c == '"';
      if (!quoted) {
        seen.append(c);
      }
    }
    for (char candidate : new char[] {';', '\t', ','}) {
      if (seen.toString().strip().indexOf(candidate) >= 0) {
        return candidate;
      }
    }
    return TextCells.BLANKS;
  }

  /** The first line that is neither blank nor a remark; empty if there is none. */
  static String firstLine(String text) {
    return text.lines()
        .filter(line -> !line.isBlank() && !line.stripLeading().startsWith("#"))
        .findFirst()
        .orElse("");
  }

  /** Names hold no number, or number the columns from 0, as pandas does where nobody names them. */
  private static boolean header(List<String> cells) {
    boolean numbered = cells.size() >= BoxTable.WIDTH;
    boolean numbers = false;
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      numbers |= NumberText.parse(cell).isPresent() || TextColumns.list(cell);
      int fromEnd = i - (cells.size() - BoxTable.WIDTH);
      numbered &=
          fromEnd < 0
              ? cell.isEmpty() || BoxNames.id(List.of(cell)).isPresent()
              : cell.equals(Integer.toString(fromEnd));
    }
    return !numbers || numbered;
  }

  /** R names no column for the names of the rows. */
  private static List<String> names(List<String> header, List<String> cells) {
    if (cells.size() != header.size() + 1) {
      return header;
    }
    List<String> names = new ArrayList<>(List.of(""));
    names.addAll(header);
    return names;
  }
}
