package io.boxfit.doctor.table;

import io.boxfit.core.BadInputException;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Tells what the first of five columns without names is: an id where it is text, a class where the
 * table is YOLO's, whole numbers that come again before four shares.
 */
final class FirstOfFive {
  private static final Pattern CLASS = Pattern.compile("[0-9]{1,6}");

  private boolean numbers = true;
  private boolean yolo = true;

  /** Adds the next row. */
  void add(String first, double[] row, Place place, RowCollector rows) {
    numbers &= NumberText.parse(first).isPresent();
    yolo &= CLASS.matcher(first).matches() && Arrays.stream(row).noneMatch(x -> x < 0 || x > 1);
    if (!numbers) {
      rows.add(first, row, place);
      return;
    }
    if (!yolo && rows.has(first)) {
      throw untold(place);
    }
    rows.addLikely(first, row, place);
  }

  /**
   * @throws BadInputException if it may be the number of an image, a class or a score
   */
  void requireTold(BoxTable table, Place file) {
    if (numbers && !(yolo && table.ids().isEmpty())) {
      throw untold(file);
    }
  }

  private static BadInputException untold(Place place) {
    return Place.file(place.source())
        .error(
            "five columns of numbers without names: which four are the box? Add a header line such"
                + " as id,x1,y1,x2,y2, x1,y1,x2,y2,score or class,cx,cy,w,h, or leave one column"
                + " out");
  }
}
