package io.boxfit.doctor.rule;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.LossCurve;
import io.boxfit.doctor.evidence.ProbeLoss;
import io.boxfit.doctor.evidence.TraceHistory;
import java.util.List;
import java.util.Optional;

/**
 * So few samples that they were seen five times and more, learned by heart, and are poorly
 * understood: on samples kept back the boxes are poor, and by the same loss they cost three times
 * as much; where that cannot be told, the loss fell to less than half and goes on falling.
 */
final class TooLittleData implements Rule {
  private static final long FEW = 1_000;
  private static final int SEEN = 5;
  private static final double LEARNED = 0.5;
  private static final double GOES_ON = 0.9;

  @Override
  public Optional<Finding> check(Case patient) {
    return patient
        .evidence()
        .trace()
        .filter(trace -> patient.failingOrPoor() && few(trace) && keptBack(trace))
        .filter(trace -> learned(trace, LossCurve.of(trace.steps())))
        .map(
            trace ->
                Finding.suspected(
                    Condition.TOO_LITTLE_DATA,
                    0.78,
                    "The network saw "
                        + trace.start().samples()
                        + " samples again and again and learned them; what it says of others is"
                        + " poor."));
  }

  private static boolean few(TraceHistory trace) {
    return trace.start().samples() <= FEW && seenAgain(trace);
  }

  /** Whether each sample was seen five times or more, as far as that is told. */
  static boolean seenAgain(TraceHistory trace) {
    TraceEvent.Start start = trace.start();
    List<TraceEvent.Step> steps = trace.steps();
    long done = steps.isEmpty() ? 0 : steps.get(steps.size() - 1).step();
    return start.samples() > 0 && done * start.batchSize() >= SEEN * start.samples();
  }

  static boolean keptBack(TraceHistory trace) {
    return trace.probes().stream().allMatch(probe -> !probe.split().equals("train"));
  }

  private static boolean learned(TraceHistory trace, LossCurve curve) {
    return ProbeLoss.of(trace, curve)
        .map(probe -> probe.isApartFrom(curve))
        .orElse(curve.last() < LEARNED * curve.first() && curve.last() < GOES_ON * curve.third());
  }
}
