package io.boxfit.bench.doctor;

import static io.boxfit.bench.doctor.Fault.knownInData;
import static io.boxfit.doctor.diagnosis.Condition.BROKEN_SAMPLES;
import static io.boxfit.doctor.diagnosis.Condition.INPUTS_NOT_SCALED;
import static io.boxfit.doctor.diagnosis.Condition.MIRRORED_ALONE;
import static io.boxfit.doctor.diagnosis.Condition.OVERFITTING;
import static io.boxfit.doctor.diagnosis.Condition.SAMPLES_MIXED;
import static io.boxfit.doctor.diagnosis.Condition.TARGETS_NOT_SCALED;
import static io.boxfit.doctor.diagnosis.Condition.TOO_LITTLE_DATA;
import static io.boxfit.doctor.diagnosis.Condition.TRUTH_MISMATCH;
import static io.boxfit.doctor.diagnosis.Condition.WRONG_READING;

import java.util.List;
import java.util.Set;

/** Faults of how a PyTorch program reads its samples, and of how its boxes are read. */
final class ReadingFaults {
  private ReadingFaults() {}

  static List<Fault> all() {
    return List.of(
        knownInData("divided by 255 twice", Set.of(INPUTS_NOT_SCALED), "pixels=twice"),
        knownInData(
            "a mean of bytes off shares", Set.of(INPUTS_NOT_SCALED), "pixels=mean of bytes"),
        knownInData(
            "shares of 0 to 1 made bytes",
            Set.of(TRUTH_MISMATCH, INPUTS_NOT_SCALED),
            "pixels=bytes again"),
        knownInData("logarithms of black pixels", Set.of(BROKEN_SAMPLES), "pixels=stretched logs"),
        knownInData(
            "pictures stacked in depth",
            Set.of(TRUTH_MISMATCH, SAMPLES_MIXED),
            "truth=stacked in depth"),
        knownInData("names sorted as texts", Set.of(TRUTH_MISMATCH), "truth=names as texts"),
        knownInData(
            "sides of a batch, four in a row", Set.of(TRUTH_MISMATCH), "slip=sides stacked"),
        knownInData(
            "half of the set measured from below", Set.of(MIRRORED_ALONE), "truth=half from below"),
        knownInData("cropped alone", Set.of(MIRRORED_ALONE, TRUTH_MISMATCH), "mirror=cropped"),
        knownInData(
            "the first batch again and again",
            Set.of(TOO_LITTLE_DATA, OVERFITTING),
            "slip=first batch"),
        knownInData(
            "boxes of -1 to 1 trained, read as shares",
            Set.of(WRONG_READING),
            "targets=centred",
            "output=none"),
        knownInData(
            "height before width trained, read as width before height",
            Set.of(WRONG_READING),
            "format=cxcyhw",
            "read=cxcywh"),
        knownInData(
            "y from below trained, read from above",
            Set.of(WRONG_READING),
            "format=from below",
            "read=xyxy"),
        knownInData(
            "standard scores asked of a sigmoid",
            Set.of(TARGETS_NOT_SCALED),
            "targets=standard",
            "format=xyxy"));
  }
}
