package io.boxfit.doctor.rule.data;

import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.TraceHistory;
import io.boxfit.doctor.evidence.TrainedSamples;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.Words;
import java.util.Optional;

/** Samples that are trained for a box without any size, as where it was missing and filled in. */
public final class MissingBoxes implements Rule {
  /** Its own trainings count boxes that leave the picture, too. */
  private static final String BOXFIT = "Boxfit";

  /** Of the samples. */
  private static final double SOME = 0.05;

  @Override
  public Optional<Finding> check(Case patient) {
    return patient
        .evidence()
        .trace()
        .filter(trace -> patient.couldBeBetter())
        .flatMap(trace -> zeros(patient, trace).or(() -> points(patient, trace)));
  }

  private static Optional<Finding> zeros(Case patient, TraceHistory trace) {
    return trace
        .inputs()
        .filter(told -> !trace.start().framework().startsWith(BOXFIT))
        .filter(told -> told.noBoxes() >= Math.max(2, SOME * told.samples()))
        .map(
            told ->
                found(
                    patient,
                    "Of the first "
                        + told.samples()
                        + " samples "
                        + told.noBoxes()
                        + " have a box of four zeros"));
  }

  private static Optional<Finding> points(Case patient, TraceHistory trace) {
    return TrainedSamples.late(trace)
        .filter(seen -> seen.points() >= SOME)
        .map(
            seen ->
                found(
                    patient,
                    Words.percent(seen.points())
                        + " of the trained samples that were looked at have a box without any"
                        + " size"));
  }

  private static Finding found(Case patient, String what) {
    return Finding.suspected(
        Condition.TRUTH_MISMATCH,
        patient.sure(0.94),
        what + ", as where one is missing and was filled in.");
  }
}
