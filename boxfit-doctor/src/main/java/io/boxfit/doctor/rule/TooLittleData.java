package io.boxfit.doctor.rule;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.LossCurve;
import io.boxfit.doctor.evidence.TraceHistory;
import java.util.List;
import java.util.Optional;

/**
 * So few samples that they were seen five times and more, learned, and are poorly understood: the
 * loss fell to less than half, and on samples kept back the boxes are poor.
 */
final class TooLittleData implements Rule {
  private static final long FEW = 1_000;
  private static final int SEEN = 5;
  private static final double LEARNED = 0.5;

  @Override
  public Optional<Finding> check(Case patient) {
    return patient
        .evidence()
        .trace()
        .filter(trace -> patient.failingOrPoor() && few(trace) && keptBack(trace))
        .filter(trace -> learned(LossCurve.of(trace.steps())))
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
    TraceEvent.Start start = trace.start();
    List<TraceEvent.Step> steps = trace.steps();
    long done = steps.isEmpty() ? 0 : steps.get(steps.size() - 1).step();
    return start.samples() > 0
        && start.samples() <= FEW
        && done * start.batchSize() >= SEEN * start.samples();
  }

  private static boolean keptBack(TraceHistory trace) {
    return trace.probes().stream().allMatch(probe -> !probe.split().equals("train"));
  }

  private static boolean learned(LossCurve curve) {
    return curve.last() < LEARNED * curve.first();
  }
}
