package io.boxfit.doctor.table;

import java.util.List;

/**
 * Rows of four numbers as somebody's program wrote them, in the order of the file. What the numbers
 * mean (corners, centre and size, pixels or shares) is not known here; they may be infinite or not
 * a number.
 *
 * @param source the file, as errors name it
 * @param ids one for each row, or empty where the file has none
 * @param rows four numbers each; the arrays are not to be changed
 */
public record BoxTable(String source, List<String> ids, List<double[]> rows) {
  static final int WIDTH = 4;

  /**
   * @throws IllegalArgumentException if a row has not four numbers, or if there are ids, but not as
   *     many as rows
   */
  public BoxTable {
    ids = List.copyOf(ids);
    rows = List.copyOf(rows);
    if (!ids.isEmpty() && ids.size() != rows.size()) {
      throw new IllegalArgumentException(ids.size() + " ids for " + rows.size() + " rows");
    }
    for (double[] row : rows) {
      if (row.length != WIDTH) {
        throw new IllegalArgumentException("a row of " + row.length + " numbers");
      }
    }
  }

  /** Number of rows. */
  public int size() {
    return rows.size();
  }
}
