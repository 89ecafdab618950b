package io.boxfit.doctor.rule.reading;

import io.boxfit.core.metrics.Metrics;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.Following;
import io.boxfit.doctor.evidence.NumberAudit;
import io.boxfit.doctor.evidence.Stillness;
import io.boxfit.doctor.evidence.TrainedSamples;
import io.boxfit.doctor.reading.FittingReading;
import io.boxfit.doctor.reading.Misplacement;
import io.boxfit.doctor.reading.Reading;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.Words;
import java.util.Optional;

/**
 * Read in another way, the numbers fit the truth far better. Not where targets that are trained,
 * read as outputs are, are boxes like the true ones and fit as badly: then it is no matter of
 * reading.
 */
public final class WrongReading implements Rule {
  /** Of many ways to misplace boxes some fit a little by chance: a plain reading goes before. */
  private static final double FAR_BETTER = 0.1;

  @Override
  public Optional<Finding> check(Case patient) {
    return readRight(patient) ? Optional.empty() : anotherWay(patient);
  }

  private static boolean readRight(Case patient) {
    return targetsAreRight(patient)
        && trained(patient).filter(TrainedSamples::isBetterKnown).isEmpty();
  }

  /** Whether targets that are trained, read as outputs are, are boxes like the true ones. */
  private static boolean targetsAreRight(Case patient) {
    return trained(patient).filter(TrainedSamples::isAlike).isPresent();
  }

  private static Optional<TrainedSamples> trained(Case patient) {
    return patient.evidence().trace().flatMap(TrainedSamples::late);
  }

  private static Optional<Finding> anotherWay(Case patient) {
    double now = patient.figures().map(Metrics::meanIou).orElse(1.0);
    Optional<NumberAudit> numbers =
        numbers(patient)
            .filter(n -> patient.evidence().model().isEmpty())
            .filter(n -> n.rows().size() >= Stillness.ENOUGH);
    Optional<FittingReading> read =
        numbers
            .map(n -> FittingReading.of(n.reading(), n.rows(), n.truths()))
            .filter(best -> brings(best.meanIou(), now));
    double far = read.map(best -> best.meanIou() + FAR_BETTER).orElse(0.0);
    return misplaced(patient, now)
        .filter(best -> best.meanIou() > far)
        .map(best -> found(best, now))
        .or(() -> read.map(best -> found(best, now, numbers.orElseThrow().reading())));
  }

  private static boolean brings(double meanIou, double now) {
    return meanIou >= ShiftedRows.REACHES && meanIou >= now + ShiftedRows.BRINGS;
  }

  private static Optional<Misplacement> misplaced(Case patient, double now) {
    return patient
        .evidence()
        .predictions()
        .filter(p -> patient.evidence().model().isEmpty() && p.size() >= Following.ENOUGH)
        .filter(p -> !patient.isOffInUse())
        .map(p -> Misplacement.best(p.predicted(), p.truth(), p.width(), p.height()))
        .filter(best -> brings(best.meanIou(), now))
        .filter(best -> !best.loose() || !targetsAreRight(patient));
  }

  private static Finding found(Misplacement best, double now) {
    return Finding.suspected(
        Condition.WRONG_READING,
        best.loose() ? 0.66 : best.meanIou() >= 0.5 ? 0.93 : 0.8,
        "Read as "
            + best.words()
            + ", your mean IoU is "
            + Words.figure(best.meanIou())
            + " instead of "
            + Words.figure(now)
            + ".");
  }

  private static Finding found(FittingReading best, double now, Reading asGiven) {
    return Finding.suspected(
        Condition.WRONG_READING,
        best.meanIou() >= 0.5 ? 0.95 : 0.8,
        "Read as "
            + best.reading().words()
            + ", your mean IoU is "
            + Words.figure(best.meanIou())
            + " instead of "
            + Words.figure(now)
            + " as "
            + asGiven.words()
            + ".");
  }

  /** The boxes of a trace are pixels, if whoever recorded it read the outputs as they are meant. */
  private static Optional<NumberAudit> numbers(Case patient) {
    return patient
        .evidence()
        .numbers()
        .or(
            () ->
                patient
                    .evidence()
                    .predictions()
                    .filter(p -> patient.evidence().trace().isPresent())
                    .map(NumberAudit::of));
  }
}
