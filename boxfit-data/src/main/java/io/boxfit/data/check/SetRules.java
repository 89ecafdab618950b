package io.boxfit.data.check;

import io.boxfit.core.box.Box;
import io.boxfit.data.annotation.AnnotatedPicture;
import io.boxfit.data.annotation.AnnotatedSet;
import io.boxfit.data.annotation.LabelledBox;
import io.boxfit.data.fault.Fault;
import io.boxfit.data.fault.FaultCode;
import io.boxfit.data.fault.FaultLog;
import io.boxfit.data.folder.FileIndex;
import io.boxfit.data.folder.FolderScan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Faults that only a whole set shows. */
final class SetRules {
  /** Fewer boxes may look the same by chance. */
  private static final int FEWEST_ALIKE = 10;

  /** Standard deviation of each side, as a share of the picture. */
  private static final double ALIKE = 0.005;

  /** How often another label must occur for one that occurs once to look like a slip. */
  private static final int USUAL = 10;

  private final AnnotatedSet set;
  private final FaultLog faults;

  SetRules(AnnotatedSet set, FaultLog faults) {
    this.set = set;
    this.faults = faults;
  }

  /** Pictures in the folder that no annotation mentions. */
  void unlabelled() {
    Set<String> known = new HashSet<>();
    set.pictures().forEach(picture -> known.add(picture.name()));
    FileIndex files = new FileIndex(set.folder(), FolderScan.of(set.folder(), new FaultLog()));
    for (String name : files.pictures()) {
      if (!known.contains(name)) {
        faults.add(FaultCode.UNLABELLED_IMAGE, files.path(name), "no annotation mentions it");
      }
    }
  }

  /** Pictures without an object, and with several: said once, with how many there are. */
  void objects() {
    count(FaultCode.NO_OBJECT, picture -> picture.boxes().isEmpty(), "no box");
    count(FaultCode.MANY_OBJECTS, picture -> picture.boxes().size() > 1, "several boxes");
  }

  private void count(FaultCode code, Predicate<AnnotatedPicture> which, String what) {
    List<AnnotatedPicture> found = set.pictures().stream().filter(which).toList();
    if (!found.isEmpty()) {
      String message =
          String.format(
              Locale.ROOT,
              "%,d of %,d pictures have %s, this one first",
              found.size(),
              set.pictures().size(),
              what);
      faults.add(code, found.get(0).place(), message);
    }
  }

  /** Labels that occur once, where others are common. */
  void rareLabels(Map<String, Integer> labels) {
    String commonest =
        labels.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .filter(entry -> entry.getValue() >= USUAL)
            .map(Map.Entry::getKey)
            .orElse(null);
    if (commonest == null) {
      return;
    }
    for (AnnotatedPicture picture : set.pictures()) {
      for (LabelledBox box : picture.boxes()) {
        if (labels.get(box.label()) == 1) {
          faults.add(
              FaultCode.RARE_LABEL,
              box.place(),
              String.format(
                  Locale.ROOT,
                  "the label '%s' occurs once, '%s' %,d times",
                  box.label(),
                  commonest,
                  labels.get(commonest)));
        }
      }
    }
  }

  /** Boxes that do not move, or half of which are one and the same. */
  void alike(List<CheckedPicture> pictures, SetReading reading) {
    double[] sums = new double[4];
    double[] squares = new double[4];
    int count = 0;
    Fault.Place first = null;
    Map<Box, Integer> equal = new HashMap<>();
    for (CheckedPicture picture : pictures) {
      for (LabelledBox labelled : picture.annotated().boxes()) {
        Box box = reading.meant(labelled.box(), picture);
        if (!box.isProper() || !picture.hasSize()) {
          continue;
        }
        first = first == null ? labelled.place() : first;
        equal.merge(labelled.box(), 1, Integer::sum);
        double[] sides = {
          box.xMin() / picture.width(),
          box.yMin() / picture.height(),
          box.xMax() / picture.width(),
          box.yMax() / picture.height()
        };
        for (int side = 0; side < 4; side++) {
          sums[side] += sides[side];
          squares[side] += sides[side] * sides[side];
        }
        count++;
      }
    }
    if (count < FEWEST_ALIKE) {
      return;
    }
    double most = 0;
    for (int side = 0; side < 4; side++) {
      double mean = sums[side] / count;
      most = Math.max(most, Math.sqrt(Math.max(0, squares[side] / count - mean * mean)));
    }
    Map.Entry<Box, Integer> commonest =
        equal.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    if (most < ALIKE) {
      String message =
          String.format(
              Locale.ROOT,
              "the sides of all %,d boxes vary by less than 0.5%% of the picture",
              count);
      faults.add(FaultCode.ALIKE_BOXES, first, message);
    } else if (2 * commonest.getValue() >= count) {
      String message =
          String.format(
              Locale.ROOT,
              "%,d of %,d boxes are exactly %s",
              commonest.getValue(),
              count,
              BoxFinding.text(commonest.getKey()));
      faults.add(FaultCode.ALIKE_BOXES, first, message);
    }
  }
}
