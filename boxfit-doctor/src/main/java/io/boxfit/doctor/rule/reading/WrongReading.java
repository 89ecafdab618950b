package io.boxfit.doctor.rule.reading;

import io.boxfit.core.metrics.Metrics;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.Following;
import io.boxfit.doctor.evidence.NumberAudit;
import io.boxfit.doctor.evidence.Stillness;
import io.boxfit.doctor.evidence.TrainedSamples;
import io.boxfit.doctor.reading.Misplacement;
import io.boxfit.doctor.reading.ReadingSearch;
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
    return numbers(patient)
        .filter(numbers -> patient.evidence().model().isEmpty())
        .filter(numbers -> numbers.rows().size() >= Stillness.ENOUGH)
        .flatMap(numbers -> look(numbers, patient.figures().orElseThrow().meanIou()))
        .or(() -> misplaced(patient));
  }

  private static Optional<Finding> misplaced(Case patient) {
    double now = patient.figures().map(Metrics::meanIou).orElse(1.0);
    return patient
        .evidence()
        .predictions()
        .filter(p -> patient.evidence().model().isEmpty() && p.size() >= Following.ENOUGH)
        .filter(p -> !patient.isOffInUse())
        .map(p -> Misplacement.best(p.predicted(), p.truth(), p.width(), p.height()))
        .filter(best -> best.meanIou() >= ShiftedRows.REACHES)
        .filter(best -> best.meanIou() >= now + ShiftedRows.BRINGS)
        .filter(best -> !best.loose() || !targetsAreRight(patient))
        .map(
            best ->
                Finding.suspected(
                    Condition.WRONG_READING,
                    best.loose() ? 0.66 : best.meanIou() >= 0.5 ? 0.93 : 0.8,
                    "Read as "
                        + best.words()
                        + ", your mean IoU is "
                        + Words.figure(best.meanIou())
                        + " instead of "
                        + Words.figure(now)
                        + "."));
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

  private static Optional<Finding> look(NumberAudit numbers, double now) {
    ReadingSearch best = ReadingSearch.of(numbers.reading(), numbers.rows(), numbers.truths());
    if (best.meanIou() < ShiftedRows.REACHES || best.meanIou() < now + ShiftedRows.BRINGS) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.suspected(
            Condition.WRONG_READING,
            best.meanIou() >= 0.5 ? 0.95 : 0.8,
            "Read as "
                + best.reading().words()
                + ", your mean IoU is "
                + Words.figure(best.meanIou())
                + " instead of "
                + Words.figure(now)
                + " as "
                + numbers.reading().words()
                + "."));
  }
}
