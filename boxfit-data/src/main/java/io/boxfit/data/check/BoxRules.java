package io.boxfit.data.check;

import io.boxfit.core.box.Box;
import io.boxfit.data.annotation.LabelledBox;
import io.boxfit.data.fault.FaultCode;
import io.boxfit.data.fault.FaultLog;
import java.util.List;

/** Faults of single boxes. */
final class BoxRules {
  /** Pixels by which the sides of the same box, annotated twice, may differ. */
  private static final double SAME = 0.5;

  private BoxRules() {}

  static void look(CheckedPicture picture, SetReading reading, FaultLog faults) {
    List<LabelledBox> boxes = picture.annotated().boxes();
    for (int i = 0; i < boxes.size(); i++) {
      LabelledBox labelled = boxes.get(i);
      if (picture.hasSize()) {
        BoxFinding finding =
            BoxFinding.of(reading.of(labelled.box()), picture.width(), picture.height());
        finding.code().ifPresent(code -> faults.add(code, labelled.place(), finding.message()));
      }
      if (repeats(boxes, i)) {
        faults.add(
            FaultCode.DOUBLE_BOX,
            labelled.place(),
            BoxFinding.text(labelled.box()) + " stands there twice with the same label");
      }
    }
  }

  /** Whether an earlier box of the picture is the same one. */
  static boolean repeats(List<LabelledBox> boxes, int index) {
    LabelledBox box = boxes.get(index);
    return boxes.subList(0, index).stream()
        .anyMatch(
            other -> other.label().equals(box.label()) && furthest(other.box(), box.box()) <= SAME);
  }

  /** How far the sides are apart at most. */
  static double furthest(Box a, Box b) {
    return Math.max(
        Math.max(Math.abs(a.xMin() - b.xMin()), Math.abs(a.yMin() - b.yMin())),
        Math.max(Math.abs(a.xMax() - b.xMax()), Math.abs(a.yMax() - b.yMax())));
  }
}
