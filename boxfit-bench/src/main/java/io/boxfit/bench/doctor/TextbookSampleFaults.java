package io.boxfit.bench.doctor;

import static io.boxfit.bench.doctor.Fault.inData;
import static io.boxfit.doctor.diagnosis.Condition.BROKEN_SAMPLES;
import static io.boxfit.doctor.diagnosis.Condition.INPUTS_NOT_SCALED;
import static io.boxfit.doctor.diagnosis.Condition.MIRRORED_ALONE;
import static io.boxfit.doctor.diagnosis.Condition.OVERFITTING;
import static io.boxfit.doctor.diagnosis.Condition.SHUFFLED_TRUTH;
import static io.boxfit.doctor.diagnosis.Condition.TARGETS_NOT_SCALED;
import static io.boxfit.doctor.diagnosis.Condition.TOO_LITTLE_DATA;
import static io.boxfit.doctor.diagnosis.Condition.TRUTH_MISMATCH;
import static io.boxfit.doctor.diagnosis.Condition.WRONG_PREPROCESSING;
import static io.boxfit.doctor.diagnosis.Condition.WRONG_READING;

import java.util.List;
import java.util.Set;

/** Faults of what PyTorch programs are given and asked that courses on deep learning warn of. */
final class TextbookSampleFaults {
  private TextbookSampleFaults() {}

  static List<Fault> all() {
    return List.of(
        inData(
            "bytes multiplied by 255 instead of divided",
            Set.of(INPUTS_NOT_SCALED),
            "pixels=times 255"),
        inData(
            "boxes in pixels of the photograph",
            Set.of(TARGETS_NOT_SCALED),
            "targets=pixels of a photograph"),
        inData("corners trained, read as centre and size", Set.of(WRONG_READING), "read=cxcywh"),
        inData(
            "all shares multiplied by the height", Set.of(WRONG_READING), "read=times the height"),
        inData(
            "one loader of pictures, one of boxes, each shuffled",
            Set.of(TRUTH_MISMATCH, SHUFFLED_TRUTH),
            "given=two loaders"),
        inData(
            "four of a hundred pictures trained on",
            Set.of(TOO_LITTLE_DATA, OVERFITTING),
            "samples=120",
            "epochs=120"),
        inData(
            "RandomAffine(translate) of pictures alone",
            Set.of(MIRRORED_ALONE, TRUTH_MISMATCH),
            "given=translated"),
        inData("boxes divided by a width of 0", Set.of(BROKEN_SAMPLES), "given=shares of no width"),
        inData(
            "asked about pictures standardised one by one",
            Set.of(WRONG_PREPROCESSING),
            "asked=own"));
  }
}
