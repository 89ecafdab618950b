package io.boxfit.doctor.rule;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.LossCurve;
import io.boxfit.doctor.evidence.TraceHistory;
import java.util.List;
import java.util.Optional;

/** A training that ended while it was still getting better, or long after it did. */
final class Unfinished implements Rule {
  /** Of mean IoU, over the last quarter of the steps. */
  private static final double STILL_RISING = 0.02;

  private static final double GOOD = 0.9;

  private static final double SINKS = 0.1;

  /** Of validation IoU, from the best to the last. */
  private static final double FELL = 0.03;

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
                    : stopped(patient, trace).or(() -> rising(trace)).or(() -> falling(trace)));
  }

  /** What ended before anything was learned. */
  private static Optional<Finding> broken(Case patient, TraceHistory trace) {
    return stopped(patient, trace)
        .or(
            () ->
                sinks(trace)
                    ? Optional.of(
                        Finding.suspected(
                            Condition.TOO_FEW_EPOCHS,
                            0.62,
                            "The training ended after "
                                + last(trace)
                                + " steps while its loss was falling by a tenth in a quarter of"
                                + " them."))
                    : Optional.empty());
  }

  /** Ended by something that was watched, while the loss was falling. */
  private static Optional<Finding> stopped(Case patient, TraceHistory trace) {
    return trace
        .end()
        .filter(end -> end.stoppedEarlyAt().isPresent() && patient.failingOrPoor() && sinks(trace))
        .map(
            end ->
                Finding.suspected(
                        Condition.STOPPED_TOO_EARLY,
                        0.8,
                        "An early stop ended the training after "
                            + end.step()
                            + " steps, while its loss was falling.")
                    .since(end.step()));
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
    List<TraceEvent.Probe> probes = trace.probes();
    if (probes.size() < ENOUGH) {
      return Optional.empty();
    }
    TraceEvent.Probe last = probes.get(probes.size() - 1);
    TraceEvent.Probe before = probes.get(0);
    for (TraceEvent.Probe probe : probes) {
      before = 4 * probe.step() <= 3 * last.step() ? probe : before;
    }
    double gain = last.meanIou() - before.meanIou();
    return gain < STILL_RISING || last.meanIou() >= GOOD
        ? Optional.empty()
        : Optional.of(
            Finding.suspected(
                Condition.TOO_FEW_EPOCHS,
                0.8,
                "Over the last quarter of the steps the mean IoU still rose by "
                    + Words.figure(gain)
                    + " to "
                    + Words.figure(last.meanIou())
                    + "."));
  }

  private static Optional<Finding> falling(TraceHistory trace) {
    List<TraceEvent.Epoch> judged =
        trace.epochs().stream().filter(epoch -> epoch.validationIou().isPresent()).toList();
    if (judged.size() < ENOUGH) {
      return Optional.empty();
    }
    TraceEvent.Epoch best = judged.get(0);
    for (TraceEvent.Epoch epoch : judged) {
      best = iou(epoch) > iou(best) ? epoch : best;
    }
    TraceEvent.Epoch last = judged.get(judged.size() - 1);
    return iou(best) - iou(last) < FELL || last.meanLoss() >= best.meanLoss()
        ? Optional.empty()
        : Optional.of(
            Finding.suspected(
                    Condition.OVERFITTING,
                    0.8,
                    "Since epoch "
                        + best.epoch()
                        + " the mean IoU on samples kept back fell from "
                        + Words.figure(iou(best))
                        + " to "
                        + Words.figure(iou(last))
                        + " while the loss in training went on falling.")
                .since(best.step()));
  }

  private static double iou(TraceEvent.Epoch epoch) {
    return epoch.validationIou().orElseThrow();
  }
}
