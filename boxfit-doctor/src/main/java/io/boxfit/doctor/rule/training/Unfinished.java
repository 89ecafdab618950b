package io.boxfit.doctor.rule.training;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.LossCurve;
import io.boxfit.doctor.evidence.TraceHistory;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.Words;
import java.util.List;
import java.util.Optional;

/**
 * A training that ended while it was still getting better: stopped by something that was watched,
 * or after fewer steps than any box takes.
 */
public final class Unfinished implements Rule {
  /** Of mean IoU, over the last quarter or half of the steps. */
  private static final double STILL_RISING = 0.02;

  private static final double SINKS = 0.1;

  /** Of the steps that were planned. */
  private static final double SOON = 0.1;

  private static final double HALF = 0.5;
  private static final double MOST = 0.8;

  /** Steps in which no network of the benchmark learned a box. */
  private static final long FEW = 100;

  private static final int ENOUGH = 4;

  @Override
  public Optional<Finding> check(Case patient) {
    return patient
        .evidence()
        .trace()
        .filter(trace -> trace.end().isPresent())
        .flatMap(
            trace ->
                patient.failing()
                    ? broken(patient, trace)
                    : stopped(patient, trace)
                        .or(() -> patient.good() ? Optional.empty() : rising(trace))
                        .or(() -> patient.good() ? Optional.empty() : brokenOff(trace)));
  }

  /** Far from the end of what was planned. */
  private static Optional<Finding> brokenOff(TraceHistory trace) {
    return trace
        .end()
        .filter(end -> end.step() < HALF * trace.start().steps())
        .map(
            end ->
                Finding.suspected(
                    Condition.TOO_FEW_EPOCHS,
                    0.8,
                    "The training ended after "
                        + end.step()
                        + " of "
                        + trace.start().steps()
                        + " steps that were planned."));
  }

  /** What ended before anything was learned. */
  private static Optional<Finding> broken(Case patient, TraceHistory trace) {
    return stopped(patient, trace)
        .or(
            () ->
                sinks(trace) || last(trace) < FEW
                    ? Optional.of(
                        Finding.suspected(
                            Condition.TOO_FEW_EPOCHS,
                            0.62,
                            "The training ended after "
                                + last(trace)
                                + " steps"
                                + (sinks(trace)
                                    ? " while its loss was falling by a tenth in a quarter of them."
                                    : "; boxes take some hundreds.")))
                    : Optional.empty());
  }

  /**
   * Ended by something that was watched, while the loss was falling or before a tenth of the steps
   * that were planned.
   */
  private static Optional<Finding> stopped(Case patient, TraceHistory trace) {
    return trace
        .end()
        .filter(end -> end.stoppedEarlyAt().isPresent())
        .filter(
            end ->
                (patient.failingOrPoor() && sinks(trace))
                    || (!patient.good()
                        && growing(trace)
                        && end.step() < MOST * trace.start().steps())
                    || (!patient.good() && end.step() < SOON * trace.start().steps()))
        .map(
            end ->
                Finding.suspected(
                        Condition.STOPPED_TOO_EARLY,
                        0.8,
                        "An early stop ended the training after "
                            + end.step()
                            + " steps"
                            + (trace.start().steps() > 0
                                ? " of " + trace.start().steps() + " planned ones."
                                : ", while its loss was falling."))
                    .since(end.step()));
  }

  /** Whether it was still getting better when it ended, or ends now. */
  static boolean growing(TraceHistory trace) {
    return sinks(trace) || rising(trace, 0.75, "quarter", 0.8).isPresent();
  }

  private static long last(TraceHistory trace) {
    return trace.steps().get(trace.steps().size() - 1).step();
  }

  /** Whether the loss of the last quarter of the steps is a tenth below that of the third. */
  private static boolean sinks(TraceHistory trace) {
    LossCurve curve = LossCurve.of(trace.steps());
    return curve.steps() >= 2 * ENOUGH
        && curve.third() - curve.last() > SINKS * Math.abs(curve.third());
  }

  private static Optional<Finding> rising(TraceHistory trace) {
    return rising(trace, 0.75, "quarter", 0.8).or(() -> rising(trace, 0.5, "half", 0.64));
  }

  private static Optional<Finding> rising(
      TraceHistory trace, double from, String part, double confidence) {
    List<TraceEvent.Probe> probes = trace.probes();
    if (probes.size() < ENOUGH) {
      return Optional.empty();
    }
    TraceEvent.Probe last = probes.get(probes.size() - 1);
    TraceEvent.Probe before = probes.get(0);
    for (TraceEvent.Probe probe : probes) {
      before = probe.step() <= from * last.step() ? probe : before;
    }
    double gain = last.meanIou() - before.meanIou();
    return gain >= STILL_RISING
        ? Optional.of(
            Finding.suspected(
                Condition.TOO_FEW_EPOCHS,
                confidence,
                "Over the last "
                    + part
                    + " of the steps the mean IoU still rose by "
                    + Words.figure(gain)
                    + " to "
                    + Words.figure(last.meanIou())
                    + "."))
        : Optional.empty();
  }
}
