package io.boxfit.data.check;

import io.boxfit.core.box.Box;
import io.boxfit.core.overlap.Iou;
import io.boxfit.data.annotation.AnnotatedPicture;
import io.boxfit.data.annotation.LabelledBox;
import io.boxfit.data.fault.FaultCode;
import io.boxfit.data.fault.FaultLog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pictures with the same pixels.
 *
 * @param pictures at least two; the one to keep first: judging sets are smaller, so a picture of
 *     test stays before one of val and one of train
 */
record Duplicates(List<CheckedPicture> pictures) {
  /** IoU of boxes of the same picture that are not disputed: hands are no steadier. */
  private static final double AGREED = 0.9;

  private static final List<String> KEPT = List.of("test", "val", "train");

  /** All groups of a set. */
  static List<Duplicates> of(List<CheckedPicture> pictures) {
    Map<ContentKey, List<CheckedPicture>> groups = new LinkedHashMap<>();
    for (CheckedPicture picture : pictures) {
      picture
          .look()
          .content()
          .ifPresent(
              content ->
                  groups.computeIfAbsent(content.key(), key -> new ArrayList<>(1)).add(picture));
    }
    Comparator<CheckedPicture> order = Comparator.comparingInt(Duplicates::rank);
    return groups.values().stream()
        .filter(group -> group.size() > 1)
        .map(group -> new Duplicates(group.stream().sorted(order).toList()))
        .toList();
  }

  private static int rank(CheckedPicture picture) {
    int rank = picture.annotated().part().map(KEPT::indexOf).orElse(-1);
    return rank < 0 ? KEPT.size() : rank;
  }

  CheckedPicture kept() {
    return pictures.get(0);
  }

  /** The others. */
  List<CheckedPicture> copies() {
    return pictures.subList(1, pictures.size());
  }

  /** Whether all are annotated in the same way. */
  boolean agree() {
    return copies().stream().allMatch(copy -> agree(kept(), copy));
  }

  void tell(FaultLog faults) {
    AnnotatedPicture first = kept().annotated();
    for (CheckedPicture copy : copies()) {
      AnnotatedPicture picture = copy.annotated();
      String same = "shows the same pixels as " + first.name();
      if (separate(first, picture)) {
        faults.add(FaultCode.LEAK, picture.file(), same + parts(first, picture));
      } else if (agree(kept(), copy)) {
        faults.add(FaultCode.DUPLICATE, picture.file(), same);
      }
      if (!agree(kept(), copy)) {
        faults.add(
            FaultCode.CONFLICTING_DUPLICATE,
            picture.place(),
            picture.name()
                + " "
                + same
                + " with other boxes: "
                + boxes(picture)
                + " here, "
                + boxes(first)
                + " in "
                + first.place());
      }
    }
  }

  /** Whether two pictures belong to different parts. */
  static boolean separate(AnnotatedPicture one, AnnotatedPicture other) {
    return one.part().isPresent() && other.part().isPresent() && !one.part().equals(other.part());
  }

  /** Which parts, for a message. */
  static String parts(AnnotatedPicture one, AnnotatedPicture other) {
    return ", which is in " + one.part().orElseThrow() + ", this in " + other.part().orElseThrow();
  }

  private static String boxes(AnnotatedPicture picture) {
    List<LabelledBox> boxes = picture.boxes();
    return switch (boxes.size()) {
      case 0 -> "none";
      case 1 -> boxes.get(0).label() + " " + BoxFinding.text(boxes.get(0).box());
      default -> boxes.size() + " boxes";
    };
  }

  /** Faulty boxes agree where they are equal. */
  private static double overlap(Box one, Box other) {
    if (one.equals(other)) {
      return 1;
    }
    return other.isProper() ? new Iou().of(one, other) : 0;
  }

  private static boolean agree(CheckedPicture one, CheckedPicture other) {
    List<LabelledBox> left = new ArrayList<>(other.annotated().boxes());
    if (left.size() != one.annotated().boxes().size()) {
      return false;
    }
    for (LabelledBox box : one.annotated().boxes()) {
      boolean found =
          left.stream()
              .filter(o -> o.label().equals(box.label()) && overlap(o.box(), box.box()) >= AGREED)
              .findFirst()
              .map(left::remove)
              .orElse(false);
      if (!found) {
        return false;
      }
    }
    return true;
  }
}
