package io.boxfit.doctor.rule.reading;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.DistinctBoxes;
import io.boxfit.doctor.evidence.Stillness;
import io.boxfit.doctor.evidence.TraceHistory;
import io.boxfit.doctor.evidence.TrainedSamples;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.Words;
import java.util.Optional;

/**
 * In the first passes over the samples these fit far better, before they are trained, than samples
 * that are never trained: the network cannot know them by heart, so that the others are given to
 * it, or read, in another way.
 */
public final class OtherwiseInUse implements Rule {
  /** Of mean IoU; healthy trainings of the benchmark come to 0.01. */
  private static final double SOON = 0.06;

  /** Of trained samples whose targets, read as outputs are read, are no boxes. */
  private static final double NO_BOXES = 0.3;

  @Override
  public Optional<Finding> check(Case patient) {
    return patient
        .evidence()
        .trace()
        .filter(trace -> patient.couldBeBetter())
        .flatMap(
            trace ->
                oneBox(patient, trace)
                    .or(() -> noBoxes(patient, trace))
                    .or(() -> better(patient, trace)));
  }

  /** A loss may take targets in a form of its own: no matter, where boxes are right. */
  private static Optional<Finding> oneBox(Case patient, TraceHistory trace) {
    return TrainedSamples.late(trace)
        .filter(seen -> patient.failingOrPoor())
        .filter(seen -> seen.truth().size() >= Stillness.ENOUGH)
        .filter(seen -> seen.truth().stream().distinct().count() == 1)
        .filter(seen -> seen.others().truth().stream().distinct().count() > 1)
        .map(
            seen ->
                Finding.suspected(
                    Condition.TRUTH_MISMATCH,
                    0.93,
                    "All samples that are trained have one and the same box, whatever their picture"
                        + " shows."));
  }

  private static Optional<Finding> noBoxes(Case patient, TraceHistory trace) {
    return TrainedSamples.late(trace)
        .filter(seen -> patient.failingOrPoor())
        .filter(seen -> seen.noBoxes() >= NO_BOXES)
        .map(
            seen ->
                Finding.suspected(
                    Condition.WRONG_READING,
                    0.62,
                    "Read as outputs are read, "
                        + Words.percent(seen.noBoxes())
                        + " of the targets that are trained are no boxes: what is trained is"
                        + " written in another way than what is read."));
  }

  private static Optional<Finding> better(Case patient, TraceHistory trace) {
    Optional<TrainedSamples> late =
        TrainedSamples.late(trace).filter(TrainedSamples::isBetterKnown);
    Optional<TrainedSamples> early =
        TrainedSamples.early(trace).filter(seen -> seen.lead() >= SOON);
    boolean few =
        DistinctBoxes.of(trace).filter(b -> b.areFew(trace.start().samples())).isPresent();
    return late.isEmpty() || early.isEmpty() || few || inTraining(trace)
        ? Optional.empty()
        : Optional.of(
            Finding.suspected(
                late.get().isAlike() ? Condition.WRONG_PREPROCESSING : Condition.WRONG_READING,
                patient.sure(0.79),
                "In the first passes over them samples came to a mean IoU of "
                    + Words.figure(early.get().meanIou())
                    + " before they were trained, those that never are to "
                    + Words.figure(early.get().othersIou())
                    + " at the same steps ("
                    + Words.figure(late.get().meanIou())
                    + " and "
                    + Words.figure(late.get().othersIou())
                    + " at the end): the network is asked about pictures that are made in another"
                    + " way, or read in another way."));
  }

  private static boolean inTraining(TraceHistory trace) {
    return trace.probes().stream().map(TraceEvent.Probe::split).anyMatch("train"::equals);
  }
}
