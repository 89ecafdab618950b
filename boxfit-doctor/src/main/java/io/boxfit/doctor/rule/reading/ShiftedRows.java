package io.boxfit.doctor.rule.reading;

import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.NumberAudit;
import io.boxfit.doctor.evidence.Stillness;
import io.boxfit.doctor.reading.ReadingSearch;
import io.boxfit.doctor.reading.RowShift;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.Words;
import java.util.Optional;

/** Row i of the predictions fits another row of the truth far better than its own. */
public final class ShiftedRows implements Rule {
  /** What a shift, or another reading, must bring at least in mean IoU, and reach. */
  static final double BRINGS = 0.15;

  static final double REACHES = 0.2;
  private static final double SURE = 0.97;

  /** A network that mixes its samples up may give each one's box to the next. */
  private static final double OF_PROBE = 0.94;

  @Override
  public Optional<Finding> check(Case patient) {
    return patient
        .evidence()
        .numbers()
        .filter(numbers -> patient.failing() && patient.evidence().model().isEmpty())
        .filter(numbers -> numbers.rows().size() >= Stillness.ENOUGH)
        .flatMap(numbers -> look(numbers, patient.figures().orElseThrow().meanIou()))
        .or(() -> ofProbe(patient));
  }

  /** What a probe asks about may stand beside the wrong rows, too. */
  private static Optional<Finding> ofProbe(Case patient) {
    return patient
        .evidence()
        .predictions()
        .filter(seen -> patient.failing() && patient.evidence().trace().isPresent())
        .filter(seen -> seen.size() >= Stillness.ENOUGH)
        .flatMap(
            seen ->
                found(
                    RowShift.of(seen.predicted(), seen.truth()),
                    patient.figures().orElseThrow().meanIou(),
                    OF_PROBE));
  }

  private static Optional<Finding> look(NumberAudit numbers, double now) {
    RowShift shift = RowShift.of(numbers.reading(), numbers.rows(), numbers.truths());
    // Another reading that does as well without a shift would be the simpler explanation.
    double read = ReadingSearch.of(numbers.reading(), numbers.rows(), numbers.truths()).meanIou();
    return found(shift, now, read >= shift.meanIou() ? 0.5 : SURE);
  }

  private static Optional<Finding> found(RowShift shift, double now, double confidence) {
    if (shift.rows() == 0 || shift.meanIou() < REACHES || shift.meanIou() < now + BRINGS) {
      return Optional.empty();
    }
    String rows = Math.abs(shift.rows()) == 1 ? "one row" : Math.abs(shift.rows()) + " rows";
    return Optional.of(
        Finding.suspected(
            Condition.SHIFTED_ROWS,
            confidence,
            "Beside the truth "
                + rows
                + (shift.rows() > 0 ? " further down" : " further up")
                + " your mean IoU is "
                + Words.figure(shift.meanIou())
                + " instead of "
                + Words.figure(now)
                + "."));
  }
}
