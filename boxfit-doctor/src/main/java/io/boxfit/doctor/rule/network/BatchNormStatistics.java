package io.boxfit.doctor.rule.network;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.LossCurve;
import io.boxfit.doctor.evidence.ProbeLoss;
import io.boxfit.doctor.evidence.TraceHistory;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.Words;
import io.boxfit.model.recipe.Recipe;
import java.util.List;
import java.util.Optional;

/**
 * Moving statistics of a batch norm that still hold a twentieth or more of the 0 and 1 with which
 * they began: momentum to the power of the steps. Or, with a batch norm, samples that were not
 * trained cost three times what trained ones cost that had not been seen often enough to be learned
 * by heart: it is used in another way than it was trained.
 */
public final class BatchNormStatistics implements Rule {
  private static final double SETTLED = 0.05;

  /** PyTorch keeps 0.9, Keras 0.99. */
  private static final double FORGETS = 0.1;

  @Override
  public Optional<Finding> check(Case patient) {
    long steps = steps(patient);
    if (steps == 0 || patient.good()) {
      return Optional.empty();
    }
    return moving(patient, steps)
        .or(() -> forgets(patient))
        .or(() -> patient.evidence().trace().flatMap(trace -> otherwise(patient, trace)));
  }

  private static long steps(Case patient) {
    List<TraceEvent.Step> steps =
        patient.evidence().trace().map(trace -> trace.steps()).orElse(List.of());
    return steps.isEmpty()
        ? patient.evidence().recipe().map(Recipe::steps).orElse(0L)
        : steps.get(steps.size() - 1).step();
  }

  private static Optional<Finding> moving(Case patient, long steps) {
    double left = Math.pow(patient.setup().anatomy().momentum().orElse(0), (double) steps);
    return left < SETTLED
        ? Optional.empty()
        : found(
            patient.sure(cutShort(patient) ? 0.7 : 0.85),
            "After "
                + steps
                + " steps the moving statistics of a batch norm are still to "
                + Words.percent(left)
                + " what they began with.");
  }

  /** What an early stop left unsettled is the stop's doing. */
  private static boolean cutShort(Case patient) {
    return patient
        .evidence()
        .trace()
        .flatMap(TraceHistory::end)
        .filter(end -> end.stoppedEarlyAt().isPresent())
        .isPresent();
  }

  /** The statistics of the last batch or two: Keras's momentum where PyTorch's is asked for. */
  private static Optional<Finding> forgets(Case patient) {
    return patient.setup().anatomy().leastMomentum().stream()
        .boxed()
        .filter(kept -> kept <= FORGETS && patient.couldBeBetter())
        .findFirst()
        .flatMap(
            kept ->
                found(
                    patient.sure(0.88),
                    "A batch norm keeps "
                        + Words.percent(kept)
                        + " of its moving statistics in a step: in use it goes by the last batch"
                        + " alone."));
  }

  private static Optional<Finding> otherwise(Case patient, TraceHistory trace) {
    LossCurve curve = LossCurve.of(trace.steps());
    return patient.setup().anatomy().hasBatchNorm()
            && trace.start().samples() > 0
            && trace.keepsProbeBack()
            && !trace.sawSamplesAgain()
        ? ProbeLoss.of(trace, curve)
            .filter(probe -> probe.isApartFrom(curve))
            .flatMap(
                probe ->
                    found(
                        patient.sure(0.78),
                        "Samples kept back cost "
                            + Words.rough(probe.said() / curve.last())
                            + " times what trained ones cost, none of which was seen five times:"
                            + " what a batch norm takes for mean and deviation in use is not what"
                            + " it took in training."))
        : Optional.empty();
  }

  private static Optional<Finding> found(double confidence, String evidence) {
    return Optional.of(Finding.suspected(Condition.BATCH_NORM_NOT_SETTLED, confidence, evidence));
  }
}
