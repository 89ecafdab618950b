package io.boxfit.doctor.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gathers a table row by row: all rows have an id or none has, no id comes twice. */
final class RowCollector {
  /** More are refused: beyond any set of images with one box each, and bounded memory. */
  static final int MOST = 1_000_000;

  private final Place file;
  private final List<String> ids = new ArrayList<>();
  private final List<double[]> rows = new ArrayList<>();
  private final Map<String, Long> lines = new HashMap<>();
  private boolean repeated;

  RowCollector(Place file) {
    this.file = file;
  }

  /**
   * @param id empty where the row has none
   */
  void add(String id, double[] row, Place place) {
    if (rows.size() == MOST) {
      throw place.error("more than " + MOST + " rows; give a part of them");
    }
    if (id.isEmpty() != ids.isEmpty() && !rows.isEmpty()) {
      throw place.error(
          id.isEmpty()
              ? "has no id, the rows before it have one; give every row an id or none"
              : "has the id "
                  + Place.quoted(id)
                  + ", the rows before it have none; give every row an id or none");
    }
    if (!id.isEmpty()) {
      Long before = lines.putIfAbsent(id, place.line());
      if (before != null) {
        throw place.error(
            "the id "
                + Place.quoted(id)
                + " stands in line "
                + before
                + " already; keep one row for each id, or leave the ids out");
      }
      ids.add(id);
    }
    rows.add(row);
  }

  /**
   * Adds a row with what is an id only where it tells every row from the others: a name may be that
   * of a picture or of a class.
   */
  void addLikely(String id, double[] row, Place place) {
    repeated |= id.isEmpty() || has(id);
    if (repeated) {
      ids.clear();
      lines.clear();
    }
    add(repeated ? "" : id, row, place);
  }

  /** Whether a row has this id. */
  boolean has(String id) {
    return lines.containsKey(id);
  }

  /**
   * The same rows under ids that stand elsewhere.
   *
   * @param place of the ids
   */
  RowCollector named(List<String> newIds, Place place) {
    if (newIds.size() != rows.size()) {
      throw place.error(
          newIds.size() + " ids for " + rows.size() + " boxes; write as many or leave them out");
    }
    RowCollector named = new RowCollector(file);
    for (int i = 0; i < rows.size(); i++) {
      if (newIds.get(i).isEmpty()) {
        throw place.error("the id number " + (i + 1) + " is empty; write it there");
      }
      named.add(newIds.get(i), rows.get(i), place);
    }
    return named;
  }

  BoxTable table() {
    if (rows.isEmpty()) {
      throw file.error("holds no rows; four numbers are needed for each image");
    }
    return new BoxTable(file.source(), ids, rows);
  }
}
