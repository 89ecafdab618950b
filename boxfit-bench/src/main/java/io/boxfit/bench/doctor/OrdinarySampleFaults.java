package io.boxfit.bench.doctor;

import static io.boxfit.bench.doctor.Fault.knownInData;
import static io.boxfit.doctor.diagnosis.Condition.BROKEN_SAMPLES;
import static io.boxfit.doctor.diagnosis.Condition.INPUTS_NOT_SCALED;
import static io.boxfit.doctor.diagnosis.Condition.MIRRORED_ALONE;
import static io.boxfit.doctor.diagnosis.Condition.OVERFITTING;
import static io.boxfit.doctor.diagnosis.Condition.TARGETS_NOT_SCALED;
import static io.boxfit.doctor.diagnosis.Condition.TOO_LITTLE_DATA;
import static io.boxfit.doctor.diagnosis.Condition.TRUTH_MISMATCH;
import static io.boxfit.doctor.diagnosis.Condition.WRONG_PREPROCESSING;
import static io.boxfit.doctor.diagnosis.Condition.WRONG_READING;

import java.util.List;
import java.util.Set;

/** Faults of what PyTorch programs are given and asked, as a teacher would name them first. */
final class OrdinarySampleFaults {
  private OrdinarySampleFaults() {}

  static List<Fault> all() {
    return List.of(
        knownInData(
            "pictures of 8 bits divided by 65535",
            Set.of(INPUTS_NOT_SCALED),
            "pixels=eight bits as sixteen"),
        knownInData(
            "boxes in pixels of a picture of 224",
            Set.of(TARGETS_NOT_SCALED),
            "targets=pixels of 224"),
        knownInData(
            "centre and size trained, read as corner and size",
            Set.of(WRONG_READING),
            "format=cxcywh",
            "read=xywh"),
        knownInData("x before y trained, read as y before x", Set.of(WRONG_READING), "read=yxyx"),
        knownInData(
            "all sides divided by the width", Set.of(WRONG_READING), "targets=shares of the width"),
        knownInData(
            "one array for all pictures of a batch", Set.of(TRUTH_MISMATCH), "given=one buffer"),
        knownInData(
            "48 pictures", Set.of(TOO_LITTLE_DATA, OVERFITTING), "samples=48", "epochs=250"),
        knownInData(
            "drawn smaller into a black frame alone",
            Set.of(MIRRORED_ALONE, TRUTH_MISMATCH),
            "given=zoomed out"),
        knownInData(
            "a pixel that is no number in each hundredth picture",
            Set.of(BROKEN_SAMPLES),
            "given=dead pixels"),
        knownInData(
            "asked about pictures normalised as ImageNet's",
            Set.of(WRONG_PREPROCESSING),
            "asked=gray of ImageNet"),
        knownInData(
            "asked about pictures with black and white exchanged",
            Set.of(WRONG_PREPROCESSING),
            "asked=inverted"));
  }
}
