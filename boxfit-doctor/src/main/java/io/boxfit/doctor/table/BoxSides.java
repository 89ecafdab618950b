package io.boxfit.doctor.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Names that four numbers of a box go by: two corners, corner and size, centre and size. */
final class BoxSides {
  private static final List<List<String>> SETS = sets();
  private static final Set<String> KNOWN =
      SETS.stream().flatMap(List::stream).collect(Collectors.toUnmodifiableSet());

  private BoxSides() {}

  /** Corners come first: their tables often have the picture's width and height, too. */
  private static List<List<String>> sets() {
    List<List<String>> corners =
        List.of(
            List.of("xmin", "ymin", "xmax", "ymax"),
            List.of("minx", "miny", "maxx", "maxy"),
            List.of("x1", "y1", "x2", "y2"),
            List.of("x0", "y0", "x1", "y1"),
            List.of("left", "top", "right", "bottom"),
            List.of("l", "t", "r", "b"),
            List.of("xtl", "ytl", "xbr", "ybr"),
            List.of("tlx", "tly", "brx", "bry"),
            List.of("topleftx", "toplefty", "bottomrightx", "bottomrighty"),
            List.of("startx", "starty", "endx", "endy"),
            List.of("xstart", "ystart", "xend", "yend"));
    List<List<String>> points =
        List.of(
            List.of("x", "y"),
            List.of("cx", "cy"),
            List.of("xc", "yc"),
            List.of("xcenter", "ycenter"),
            List.of("centerx", "centery"),
            List.of("xcentre", "ycentre"),
            List.of("centrex", "centrey"));
    List<List<String>> sets = new ArrayList<>(corners);
    for (List<String> size : List.of(List.of("w", "h"), List.of("width", "height"))) {
      for (List<String> point : points) {
        sets.add(List.of(point.get(0), point.get(1), size.get(0), size.get(1)));
      }
      for (List<String> corner : corners) {
        sets.add(List.of(corner.get(0), corner.get(1), size.get(0), size.get(1)));
      }
    }
    return List.copyOf(sets);
  }

  /** Whether the name, in lower case letters and digits, is one of a side, a centre or a size. */
  static boolean known(String name) {
    return KNOWN.contains(name);
  }

  /**
   * The columns of the first set whose names are all there: in the order of the file where x and y
   * take turns there, else in the order x, y, x, y, for nothing reads boxes that have it otherwise.
   *
   * @param columns by name
   */
  static Optional<List<Integer>> of(Map<String, Integer> columns) {
    return SETS.stream()
        .filter(columns.keySet()::containsAll)
        .map(set -> set.stream().map(columns::get).toList())
        .map(BoxSides::ordered)
        .findFirst();
  }

  private static List<Integer> ordered(List<Integer> xyxy) {
    List<Integer> yxyx = List.of(xyxy.get(1), xyxy.get(0), xyxy.get(3), xyxy.get(2));
    return yxyx.equals(yxyx.stream().sorted().toList()) ? yxyx : xyxy;
  }
}
