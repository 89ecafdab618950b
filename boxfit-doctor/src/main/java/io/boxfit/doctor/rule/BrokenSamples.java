package io.boxfit.doctor.rule;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import java.util.Optional;

/** Numbers in the first batch that are none, in a training that met a number that is none. */
final class BrokenSamples implements Rule {

  @Override
  public Optional<Finding> check(Case patient) {
    return patient
        .evidence()
        .trace()
        .filter(trace -> patient.has(Condition.NOT_A_NUMBER))
        .flatMap(trace -> trace.inputs())
        .filter(told -> told.outOfRange() > 0 || lost(told) > 0)
        .map(
            told ->
                Finding.suspected(
                    Condition.BROKEN_SAMPLES,
                    0.97,
                    "Among the first "
                        + told.samples()
                        + " samples "
                        + told.outOfRange()
                        + " numbers of pictures can be no pixel, and "
                        + lost(told)
                        + " of targets are not finite."));
  }

  private static long lost(TraceEvent.Inputs told) {
    boolean none =
        told.targets().filter(t -> !Double.isFinite(t.min() + t.max() + t.mean())).isPresent();
    return Math.max(told.noTargets(), none ? 1 : 0);
  }
}
