package io.boxfit.doctor.rule.data;

import io.boxfit.core.trace.Look;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.TraceHistory;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.Words;
import java.util.List;
import java.util.Optional;

/** All samples of the first batch show the same, or are trained for the same. */
public final class SameSamples implements Rule {
  /** Of the size of the numbers; in 32 bits. */
  private static final double SAME = 1e-6;

  private static final int ENOUGH = 8;

  @Override
  public Optional<Finding> check(Case patient) {
    return patient
        .evidence()
        .trace()
        .filter(trace -> patient.couldBeBetter())
        .filter(trace -> trace.inputs().filter(told -> told.samples() >= ENOUGH).isPresent())
        .flatMap(
            trace ->
                blank(trace)
                    .or(() -> onePicture(trace))
                    .or(() -> oneTarget(trace))
                    .map(words -> found(patient, words)));
  }

  private static Optional<String> blank(TraceHistory trace) {
    TraceEvent.Inputs told = trace.inputs().orElseThrow();
    return told.pixels().min() == told.pixels().max()
        ? Optional.of(
            "Every number of the first "
                + told.samples()
                + " pictures is "
                + Words.rough(told.pixels().min())
                + ".")
        : Optional.empty();
  }

  private static Optional<String> onePicture(TraceHistory trace) {
    return trace
        .forward()
        .filter(told -> told.differs().orElse(1) < SAME)
        .map(told -> "All pictures of the first batch are the same one.");
  }

  private static Optional<String> oneTarget(TraceHistory trace) {
    List<Look.Column> columns = trace.forward().map(Look.Forward::targets).orElse(List.of());
    long same =
        columns.stream()
            .filter(column -> column.deviation() <= SAME * Math.max(1, Math.abs(column.mean())))
            .count();
    return same == 0
        ? Optional.empty()
        : Optional.of(
            same
                + " of the "
                + columns.size()
                + " numbers that outputs are compared with are the same for all samples of the"
                + " first batch.");
  }

  private static Finding found(Case patient, String words) {
    return Finding.suspected(Condition.TRUTH_MISMATCH, patient.sure(0.95), words);
  }
}
