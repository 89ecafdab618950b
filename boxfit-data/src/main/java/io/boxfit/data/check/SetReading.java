package io.boxfit.data.check;

import io.boxfit.core.box.Box;
import io.boxfit.data.annotation.LabelledBox;
import io.boxfit.data.fault.Fault;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether all boxes of a set make more sense when their numbers are read in another way.
 *
 * <p>A box makes sense where it is proper and lies within its picture. Another reading is believed
 * where at least three boxes and 2% of all make no sense as written, and it leaves at most a tenth
 * of those: slips of single boxes are no habit.
 *
 * @param reading the one that fits
 * @param fault what there is to say where it is not the written one
 */
record SetReading(BoxReading reading, Optional<Fault> fault) {
  private static final int FEWEST = 3;
  private static final double SMALLEST_SHARE = 0.02;
  private static final double MOST_LEFT = 0.1;

  static SetReading of(List<CheckedPicture> pictures) {
    Map<BoxReading, Integer> senseless = new EnumMap<>(BoxReading.class);
    Fault.Place first = null;
    int boxes = 0;
    for (CheckedPicture picture : pictures) {
      for (LabelledBox labelled : picture.annotated().boxes()) {
        if (!picture.hasSize() || BoxFinding.isRelative(labelled.box())) {
          continue;
        }
        boxes++;
        for (BoxReading reading : BoxReading.values()) {
          if (!BoxFinding.makesSense(
              reading.of(labelled.box()), picture.width(), picture.height())) {
            senseless.merge(reading, 1, Integer::sum);
            first = first == null && reading == BoxReading.AS_WRITTEN ? labelled.place() : first;
          }
        }
      }
    }
    int written = senseless.getOrDefault(BoxReading.AS_WRITTEN, 0);
    BoxReading best = BoxReading.AS_WRITTEN;
    for (BoxReading reading : BoxReading.values()) {
      if (senseless.getOrDefault(reading, 0) < senseless.getOrDefault(best, 0)) {
        best = reading;
      }
    }
    int left = senseless.getOrDefault(best, 0);
    if (written < FEWEST || written < SMALLEST_SHARE * boxes || left > MOST_LEFT * written) {
      return new SetReading(BoxReading.AS_WRITTEN, Optional.empty());
    }
    return new SetReading(
        best, Optional.of(new Fault(best.fault(), first, message(best, written, left, boxes))));
  }

  private static String message(BoxReading best, int written, int left, int boxes) {
    String otherwise =
        switch (best) {
          case AS_WRITTEN -> "as written";
          case SWAPPED_AXES -> "with x and y changed over";
          case SIZE_FOR_CORNER -> "with xmax and ymax read as width and height";
          case CORNER_FOR_SIZE -> "with width and height read as the lower right corner";
        };
    return written
        + " of "
        + boxes
        + " boxes are inverted or outside their pictures, "
        + otherwise
        + " "
        + (left == 0 ? "none" : "only " + left);
  }

  /** A box of the set in this reading; one within the first pixel stays as it is. */
  Box of(Box written) {
    return BoxFinding.isRelative(written) ? written : reading.of(written);
  }

  /** A box of the set as it was meant, in pixels of its picture. */
  Box meant(Box written, CheckedPicture picture) {
    return BoxFinding.isRelative(written)
        ? BoxFinding.scaled(written, picture.width(), picture.height())
        : reading.of(written);
  }
}
