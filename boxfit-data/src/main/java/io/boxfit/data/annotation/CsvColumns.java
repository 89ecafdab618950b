package io.boxfit.data.annotation;

import io.boxfit.core.BadInputException;
import io.boxfit.core.text.NearestName;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which column of a table holds what.
 *
 * <p>Names are compared without case and without anything but letters and digits, so that {@code
 * x_min}, {@code Xmin} and {@code "x min"} are one. A table has either corners or a corner with a
 * size; {@code width} and {@code height} are the picture's, unless a table of the second kind has
 * no other columns for the size of the box.
 */
final class CsvColumns {
  /** What Boxfit takes from a table, with the names that are found in the wild, best first. */
  enum Column {
    FILENAME(
        "filename",
        "file",
        "filepath",
        "imagefilename",
        "imagefile",
        "imagepath",
        "imgpath",
        "imgfile",
        "imagename",
        "imgname",
        "image",
        "img",
        "path",
        "imageid",
        "imgid",
        "picture"),
    WIDTH("imagewidth", "imgwidth", "imgw", "imagew", "picturewidth", "width"),
    HEIGHT("imageheight", "imgheight", "imgh", "imageh", "pictureheight", "height"),
    CLASS("class", "label", "classname", "labelname", "category", "categoryname", "object", "name"),
    XMIN("xmin", "x1", "x0", "left", "minx", "xtl", "bboxxmin", "bboxx1", "bboxleft"),
    YMIN("ymin", "y1", "y0", "top", "miny", "ytl", "bboxymin", "bboxy1", "bboxtop"),
    XMAX("xmax", "x2", "right", "maxx", "xbr", "bboxxmax", "bboxx2", "bboxright"),
    YMAX("ymax", "y2", "bottom", "maxy", "ybr", "bboxymax", "bboxy2", "bboxbottom"),
    X("x", "bboxx", "boxx", "left", "xmin", "x1", "x0"),
    Y("y", "bboxy", "boxy", "top", "ymin", "y1", "y0"),
    W("w", "bboxwidth", "boxwidth", "bboxw", "boxw", "width"),
    H("h", "bboxheight", "boxheight", "bboxh", "boxh", "height"),
    SPLIT("split", "set", "subset", "partition", "dataset");

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> names;

    Column(String... names) {
      this.names = List.of(names);
    }

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final List<Column> CORNERS =
      List.of(Column.XMIN, Column.YMIN, Column.XMAX, Column.YMAX);
  private static final List<Column> SIZED = List.of(Column.X, Column.Y, Column.W, Column.H);

  private final Map<Column, Integer> places = new EnumMap<>(Column.class);
  private final List<String> header;

  private CsvColumns(List<String> header) {
    this.header = header;
  }

  /**
   * What a header tells.
   *
   * @param header names of the columns, in order
   * @param mapped our name to the table's, for columns that do not speak for themselves
   * @return empty if the table has no pictures or no boxes
   * @throws BadInputException if {@code mapped} names a column that Boxfit does not know
   */
  static Optional<CsvColumns> of(List<String> header, Map<String, String> mapped) {
    CsvColumns columns = new CsvColumns(header);
    Map<String, Integer> names = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      names.putIfAbsent(plain(header.get(i)), i);
    }
    mapped.forEach((ours, theirs) -> columns.map(column(ours), theirs));
    columns.recognise(names, List.of(Column.FILENAME, Column.CLASS, Column.SPLIT));
    columns.recognise(names, CORNERS);
    if (columns.hasCorners()) {
      SIZED.forEach(columns.places::remove);
    } else {
      CORNERS.forEach(columns.places::remove);
      columns.recognise(names, SIZED);
    }
    columns.recognise(names, List.of(Column.WIDTH, Column.HEIGHT));
    return columns.places.containsKey(Column.FILENAME)
            && (columns.hasCorners() || columns.places.keySet().containsAll(SIZED))
        ? Optional.of(columns)
        : Optional.empty();
  }

  private void map(Column ours, String theirs) {
    int at = header.indexOf(theirs);
    for (int i = 0; at < 0 && i < header.size(); i++) {
      at = header.get(i).strip().equalsIgnoreCase(theirs.strip()) ? i : -1;
    }
    if (at >= 0) {
      places.put(ours, at);
    }
  }

  private void recognise(Map<String, Integer> names, List<Column> wanted) {
    for (Column column : wanted) {
      column.names.stream()
          .map(names::get)
          .filter(at -> at != null && !places.containsValue(at))
          .findFirst()
          .ifPresent(at -> places.putIfAbsent(column, at));
    }
  }

  private static Column column(String key) {
    return Arrays.stream(Column.values())
        .filter(column -> column.key().equals(key.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () -> {
              List<String> keys = Arrays.stream(Column.values()).map(Column::key).toList();
              return new BadInputException(
                  "--columns knows no column '"
                      + key
                      + "': did you mean '"
                      + NearestName.of(key, keys)
                      + "'? Write ours=theirs with ours of "
                      + String.join(", ", keys)
                      + ".");
            });
  }

  /** What is wrong with a header that tells too little, for people. */
  static String missing(Path file, List<String> header) {
    return file
        + " has the columns "
        + String.join(", ", header)
        + ": a picture's name and a box's four numbers were not recognised; say which they are, for"
        + " example --columns filename=photo,xmin=a,ymin=b,xmax=c,ymax=d.";
  }

  /** Whether boxes are two corners; else a corner and a size. */
  boolean hasCorners() {
    return places.keySet().containsAll(CORNERS);
  }

  /** The four columns of the box, in order. */
  List<Column> box() {
    return hasCorners() ? CORNERS : SIZED;
  }

  /** The text of a column in a row, "" where the row or the table has none. */
  String text(List<String> row, Column column) {
    Integer at = places.get(column);
    return at == null || at >= row.size() ? "" : row.get(at);
  }

  /** What the table calls a column. */
  String title(Column column) {
    return header.get(places.get(column)).strip();
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
