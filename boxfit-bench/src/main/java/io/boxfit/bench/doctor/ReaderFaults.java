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

/** Faults of what PyTorch programs read, prepare and ask for. */
final class ReaderFaults {

  private ReaderFaults() {}

  static List<Fault> all() {
    return List.of(
        knownInData("normalised twice", Set.of(INPUTS_NOT_SCALED), "pixels=normalised twice"),
        knownInData(
            "trained with axes exchanged", Set.of(WRONG_PREPROCESSING), "given=axes exchanged"),
        knownInData(
            "trained letterboxed, used stretched",
            Set.of(WRONG_PREPROCESSING),
            "given=letterboxed"),
        knownInData("boxes in cells of eight pixels", Set.of(TARGETS_NOT_SCALED), "targets=cells"),
        knownInData(
            "boxes of the large picture by the size of the small one",
            Set.of(TARGETS_NOT_SCALED),
            "targets=original"),
        knownInData(
            "shares as whole numbers",
            Set.of(TRUTH_MISMATCH, TARGETS_NOT_SCALED),
            "targets=integers"),
        knownInData(
            "logarithms of sides that are zero",
            Set.of(BROKEN_SAMPLES),
            "targets=logs",
            "output=none"),
        knownInData(
            "standardised boxes that are not brought back",
            Set.of(WRONG_READING),
            "targets=standardised",
            "output=none"),
        knownInData(
            "frames of twelve films",
            Set.of(TOO_LITTLE_DATA, OVERFITTING),
            "given=frames of films"),
        knownInData(
            "corners in one half, sizes in the other",
            Set.of(WRONG_READING, TRUTH_MISMATCH),
            "given=two shapes"),
        knownInData("two objects, the box of one", Set.of(TRUTH_MISMATCH), "given=two objects"),
        knownInData(
            "pictures of many sizes, boxes by one",
            Set.of(TARGETS_NOT_SCALED, TRUTH_MISMATCH),
            "given=sizes of their own"),
        knownInData(
            "noise made for 0 to 255 on 0 to 1",
            Set.of(INPUTS_NOT_SCALED, TRUTH_MISMATCH),
            "given=noisy"),
        knownInData(
            "one coin for the picture, one for the box", Set.of(MIRRORED_ALONE), "given=two coins"),
        knownInData(
            "pictures flipped down, boxes across", Set.of(MIRRORED_ALONE), "given=other axis"),
        knownInData(
            "boxes mirrored by a wrong width",
            Set.of(MIRRORED_ALONE, WRONG_READING),
            "given=wrong width"));
  }
}
