package io.boxfit.doctor.rule.symptom;

import io.boxfit.core.metrics.Metrics;
import io.boxfit.core.metrics.PerSide;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.Evidence;
import io.boxfit.doctor.evidence.Side;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.Words;
import java.util.Arrays;
import java.util.Optional;

/**
 * No better than the one best box for every picture, to within 0.02 of a skill, and some side's
 * correlation with the truth is below 0.7; of a training that goes on, not before its 50th step.
 */
public final class NoSkill implements Rule {
  private static final int ENOUGH = 20;
  private static final double FOLLOWS = 0.7;
  private static final long EARLY = 50;

  @Override
  public Optional<Finding> check(Case patient) {
    return patient
        .figures()
        .filter(
            metrics ->
                metrics.samples() >= ENOUGH
                    && patient.fitsLikeOneBox()
                    && !early(patient.evidence()))
        .filter(metrics -> !follows(metrics.tracking()))
        .map(NoSkill::finding);
  }

  /** A box that follows the picture looks at it, however badly it fits. */
  private static boolean follows(PerSide tracking) {
    return Arrays.stream(Side.values()).mapToDouble(s -> s.of(tracking)).min().orElse(0) >= FOLLOWS;
  }

  private static boolean early(Evidence evidence) {
    return evidence
        .trace()
        .filter(trace -> trace.end().isEmpty())
        .map(trace -> trace.steps().stream().noneMatch(step -> step.step() >= EARLY))
        .orElse(false);
  }

  private static Finding finding(Metrics metrics) {
    return Finding.seen(
        Condition.NO_SKILL,
        "Mean IoU "
            + Words.figure(metrics.meanIou())
            + "; the one best box for every picture reaches "
            + Words.figure(metrics.constantBaseline())
            + " without looking.");
  }
}
