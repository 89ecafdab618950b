package io.boxfit.doctor.rule.training;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.LossCurve;
import io.boxfit.doctor.evidence.ProbeLoss;
import io.boxfit.doctor.evidence.TraceHistory;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.Words;
import java.util.List;
import java.util.Optional;

/**
 * Better on what it trains than on what it does not: the mean IoU on samples kept back fell while
 * the loss in training went on falling, or they cost many times what those cost that were seen
 * again and again.
 */
public final class Overfitting implements Rule {
  /** Of validation IoU, from the best to the last. */
  private static final double FELL = 0.03;

  private static final int ENOUGH = 4;

  @Override
  public Optional<Finding> check(Case patient) {
    return patient
        .evidence()
        .trace()
        .filter(trace -> trace.end().isPresent() && !patient.failing() && !patient.good())
        .flatMap(trace -> falling(trace).or(() -> apart(trace)));
  }

  private static Optional<Finding> apart(TraceHistory trace) {
    LossCurve curve = LossCurve.of(trace.steps());
    return Optional.of(trace)
        .filter(told -> told.sawSamplesAgain() && told.keepsProbeBack())
        .flatMap(told -> ProbeLoss.of(told, curve))
        .filter(probe -> probe.isApartFrom(curve))
        .map(
            probe ->
                Finding.suspected(
                    Condition.OVERFITTING,
                    0.8,
                    "By the loss of the training, samples kept back cost "
                        + Words.rough(probe.said() / curve.last())
                        + " times what the "
                        + trace.start().samples()
                        + " cost that were trained."));
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
