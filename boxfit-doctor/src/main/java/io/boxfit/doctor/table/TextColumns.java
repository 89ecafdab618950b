package io.boxfit.doctor.table;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Which columns of a table of text are the box and the id.
 *
 * @param size number of columns that every line must have
 * @param id column of the id, or -1
 * @param box four columns, or the one whose cells are lists of four numbers
 * @param basis what makes the id's column one
 */
record TextColumns(int size, int id, List<Integer> box, Basis basis) {
  private static final int NONE = -1;

  /** What makes a column one of ids; of no meaning where there is none. */
  enum Basis {
    /** A name that means ids, or that it is text beside a list that is the box. */
    SAID,
    /** A name or a text that may also be a class's: an id where none comes twice. */
    LIKELY,
    /** It stands before four others. */
    PLACE
  }

  /**
   * By the names of a header line.
   *
   * @param cells of the first line under it
   * @param header where the names stand
   */
  static TextColumns named(List<String> names, List<String> cells, Place header) {
    if (cells.isEmpty()) {
      throw header.error("no rows follow the header line; four numbers are needed for each image");
    }
    BoxNames.requireDistinct(names, header);
    List<Integer> lists = lists(cells);
    OptionalInt named = BoxNames.id(names);
    List<Integer> box =
        lists.size() == 1
            ? lists
            : BoxNames.box(names, header)
                .orElseGet(() -> BoxNames.rest(names, named.orElse(NONE), header));
    OptionalInt id =
        named.isPresent() && !box.contains(named.getAsInt())
            ? named
            : IntStream.range(0, Math.min(names.size(), cells.size()))
                .filter(i -> !box.contains(i))
                .filter(i -> names.get(i).isEmpty() || !BoxNames.extra(names.get(i)))
                .filter(i -> isText(cells.get(i)))
                .findFirst();
    boolean likely =
        id.isPresent() && !(id.equals(named) && !BoxNames.onlyLikelyId(names.get(id.getAsInt())));
    return new TextColumns(names.size(), id.orElse(NONE), box, likely ? Basis.LIKELY : Basis.SAID);
  }

  /** By their number alone. */
  static TextColumns unnamed(List<String> cells, Place place) {
    int size = cells.size();
    List<Integer> lists = lists(cells);
    if (lists.size() == 1 && size <= 2) {
      return new TextColumns(size, size == 2 ? 1 - lists.get(0) : NONE, lists, Basis.SAID);
    }
    if (size == BoxTable.WIDTH) {
      return new TextColumns(size, NONE, List.of(0, 1, 2, 3), Basis.SAID);
    }
    if (size == BoxTable.WIDTH + 1) {
      return new TextColumns(size, 0, List.of(1, 2, 3, 4), Basis.PLACE);
    }
    throw place.error(
        size
            + (size == 1 ? " column" : " columns")
            + " and no header line: which four are the box? Write four numbers a line, or add a"
            + " header line such as id,x1,y1,x2,y2");
  }

  /** Empty if there is no column of ids, or only a likely one whose cell is empty. */
  String id(List<String> cells, Place place) {
    if (cells.size() != size) {
      throw place.error(
          "the number of columns is "
              + cells.size()
              + ", that of the lines before it "
              + size
              + "; give every line as many");
    }
    if (id == NONE) {
      return "";
    }
    String text = cells.get(id);
    if (text.isEmpty() && basis != Basis.LIKELY) {
      throw place.atColumn(id + 1).error("the id is missing; write it there");
    }
    return text;
  }

  /** Four numbers. */
  double[] row(List<String> cells, Place place) {
    if (box.size() == 1) {
      return row(cells.get(box.get(0)), place.atColumn(box.get(0) + 1));
    }
    double[] row = new double[BoxTable.WIDTH];
    for (int i = 0; i < row.length; i++) {
      int column = box.get(i);
      row[i] = NumberText.require(cells.get(column), place.atColumn(column + 1));
    }
    return row;
  }

  private static double[] row(String list, Place place) {
    String inner = list(list) ? list.substring(1, list.length() - 1).strip() : list;
    String[] parts = inner.split("\\s*[,;]\\s*|\\s+", -1);
    if (parts.length != BoxTable.WIDTH) {
      throw place.error(Place.quoted(list) + " is not a list of four numbers; write [1, 2, 3, 4]");
    }
    double[] row = new double[BoxTable.WIDTH];
    for (int i = 0; i < row.length; i++) {
      row[i] = NumberText.require(parts[i], place);
    }
    return row;
  }

  /** Whether a cell is a list in brackets. */
  static boolean list(String cell) {
    return cell.length() > 2
        && ((cell.startsWith("[") && cell.endsWith("]"))
            || (cell.startsWith("(") && cell.endsWith(")")));
  }

  private static List<Integer> lists(List<String> cells) {
    return IntStream.range(0, cells.size()).filter(i -> list(cells.get(i))).boxed().toList();
  }

  private static boolean isText(String cell) {
    return !cell.isEmpty() && NumberText.parse(cell).isEmpty();
  }
}
