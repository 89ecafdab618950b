package io.boxfit.doctor.table;

import io.boxfit.core.BadInputException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds the box and the id among the names that people give to columns and fields. */
final class BoxNames {
  /** Of a picture, or of a class, as YOLO's tables have it. */
  private static final String LIKELY_ID = "name";

  /** An image's id before a row's own: COCO's annotations have both. */
  private static final List<String> IDS =
      List.of(
          "imageid",
          "imgid",
          "id",
          "filename",
          "imagename",
          "imgname",
          "filepath",
          "imagepath",
          "file",
          "image",
          "img",
          "path",
          "picture",
          "photo",
          "frame",
          "sample",
          "key",
          LIKELY_ID);

  private static final Set<String> EXTRAS =
      Set.of(
          "",
          "index",
          "unnamed0",
          "class",
          "classid",
          "classname",
          "cls",
          "label",
          "labels",
          "category",
          "categoryid",
          "score",
          "conf",
          "confidence",
          "prob",
          "probability",
          "width",
          "height",
          "depth",
          "imagewidth",
          "imageheight",
          "imgwidth",
          "imgheight",
          "area",
          "iou",
          "iscrowd",
          "split",
          "source",
          "type");

  private static final Set<String> BOXES =
      Set.of(
          "box",
          "boxes",
          "bbox",
          "bboxes",
          "pred",
          "preds",
          "prediction",
          "predictions",
          "ypred",
          "yhat",
          "truth",
          "truths",
          "true",
          "ytrue",
          "target",
          "targets",
          "gt",
          "groundtruth",
          "annotations",
          "rows",
          "data",
          "output",
          "outputs");

  private static final Pattern NUMBERED = Pattern.compile("(.*?)[^A-Za-z0-9]*([0-9])");
  private static final Pattern WORDS =
      Pattern.compile("[^\\p{L}\\p{N}]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})");

  private BoxNames() {}

  /** Letters and digits alone, lower case. */
  private static String plain(String name) {
    return String.join("", words(name));
  }

  private static List<String> words(String name) {
    return WORDS
        .splitAsStream(name)
        .filter(word -> !word.isEmpty())
        .map(word -> word.toLowerCase(Locale.ROOT))
        .toList();
  }

  /** The first name, in the order of what tells an image best, that is one of an id. */
  static OptionalInt id(List<String> names) {
    List<String> plain = names.stream().map(BoxNames::plain).toList();
    return IDS.stream().mapToInt(plain::indexOf).filter(i -> i >= 0).findFirst();
  }

  /** Whether what stands there may be something else than an id. */
  static boolean onlyLikelyId(String name) {
    return plain(name).equals(LIKELY_ID);
  }

  /** Whether the name says that ids stand there. */
  static boolean ids(String name) {
    String plain = plain(name);
    return plain.endsWith("s") && IDS.contains(plain.substring(0, plain.length() - 1));
  }

  /** Whether the name is of something that is commonly written beside a box. */
  static boolean extra(String name) {
    return EXTRAS.contains(plain(name));
  }

  /** Whether the name says that a box, or a list of boxes, stands there. */
  static boolean boxes(String name) {
    return BOXES.contains(plain(name));
  }

  /**
   * The four columns whose names belong together as a box, see {@link BoxSides#of}.
   *
   * @throws BadInputException if the names tell more than one box
   */
  static Optional<List<Integer>> box(List<String> names, Place place) {
    List<List<Integer>> found = named(names);
    if (found.isEmpty()) {
      found = numbered(names);
    }
    if (found.size() > 1) {
      throw place.error(
          "names two boxes, "
              + list(names, found.get(0))
              + " and "
              + list(names, found.get(1))
              + "; keep the four columns of one");
    }
    return found.stream().findFirst();
  }

  /**
   * The four columns that are left without the id, if need be without what is commonly beside a
   * box.
   *
   * @param id a column, or -1
   * @throws BadInputException if not four are left
   */
  static List<Integer> rest(List<String> names, int id, Place place) {
    List<Integer> all =
        IntStream.range(0, names.size()).filter(i -> i != id).boxed().collect(Collectors.toList());
    if (all.size() != BoxTable.WIDTH) {
      all.removeIf(i -> extra(names.get(i)));
    }
    if (all.size() != BoxTable.WIDTH) {
      throw place.error(
          "the columns are named "
              + list(names, IntStream.range(0, names.size()).boxed().toList())
              + ": which four are the box? Name them x1,y1,x2,y2 or x,y,w,h, or keep four alone");
    }
    return List.copyOf(all);
  }

  /** Whether names of sides are among these, all four of a box. */
  static boolean hasSides(List<String> names) {
    return !named(names).isEmpty();
  }

  /** Refuses a header with the same name twice. */
  static void requireDistinct(List<String> names, Place place) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      if (!names.get(i).isEmpty() && !seen.add(names.get(i))) {
        throw place
            .atColumn(i + 1)
            .error("the name " + Place.quoted(names.get(i)) + " stands there twice; keep one");
      }
    }
  }

  /** Boxes told by what their columns mean, such as {@code pred_x_min}; one for each affix. */
  private static List<List<Integer>> named(List<String> names) {
    Map<String, Map<String, Integer>> byAffix = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      List<String> words = words(names.get(i));
      for (int length = words.size(); length > 0; length--) {
        int begin = words.size() - length;
        String last = String.join("", words.subList(begin, words.size()));
        String first = String.join("", words.subList(0, length));
        boolean atEnd = BoxSides.known(last);
        if (atEnd || BoxSides.known(first)) {
          List<String> affix =
              atEnd ? words.subList(0, begin) : words.subList(length, words.size());
          byAffix
              .computeIfAbsent(String.join(" ", affix), a -> new LinkedHashMap<>())
              .putIfAbsent(atEnd ? last : first, i);
          break;
        }
      }
    }
    List<List<Integer>> found = new ArrayList<>();
    for (Map<String, Integer> sides : byAffix.values()) {
      BoxSides.of(sides).ifPresent(found::add);
    }
    return found;
  }

  /** Boxes told by numbers, 0 to 3 or 1 to 4, behind a common name. */
  private static List<List<Integer>> numbered(List<String> names) {
    Map<String, TreeMap<Integer, Integer>> byStem = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      Matcher matcher = NUMBERED.matcher(names.get(i));
      if (matcher.matches()) {
        byStem
            .computeIfAbsent(plain(matcher.group(1)), stem -> new TreeMap<>())
            .put(Integer.parseInt(matcher.group(2)), i);
      }
    }
    return byStem.values().stream()
        .filter(columns -> columns.size() == BoxTable.WIDTH)
        .filter(columns -> columns.firstKey() <= 1)
        .filter(columns -> columns.lastKey() - columns.firstKey() == BoxTable.WIDTH - 1)
        .map(columns -> columns.values().stream().sorted().toList())
        .toList();
  }

  private static String list(List<String> names, List<Integer> columns) {
    return columns.stream()
        .limit(12)
        .map(i -> Place.quoted(names.get(i)))
        .collect(Collectors.joining(", ", "", columns.size() > 12 ? ", ..." : ""));
  }
}
