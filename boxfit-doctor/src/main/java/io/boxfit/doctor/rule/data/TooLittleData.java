package io.boxfit.doctor.rule.data;

import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.DistinctBoxes;
import io.boxfit.doctor.evidence.LossCurve;
import io.boxfit.doctor.evidence.ProbeLoss;
import io.boxfit.doctor.evidence.TraceHistory;
import io.boxfit.doctor.evidence.TrainedSamples;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.Words;
import java.util.Optional;

/**
 * So few samples that they were seen five times and more, learned by heart, and are poorly
 * understood: on samples kept back the boxes are poor, and by the same loss they cost three times
 * as much; where that cannot be told, the loss fell to less than half and goes on falling. Of many
 * samples that are learned by heart most are the same.
 */
public final class TooLittleData implements Rule {
  private static final long FEW = 1_000;
  private static final double LEARNED = 0.5;
  private static final double GOES_ON = 0.9;

  /** Healthy trainings of the benchmark reach 2.1. */
  private static final double BY_HEART = 5;

  /** Of the samples that are told. */

  /** Fewer leave any network short of what boxes differ by. */
  private static final long VERY_FEW = 500;

  @Override
  public Optional<Finding> check(Case patient) {
    return patient
        .evidence()
        .trace()
        .filter(trace -> patient.couldBeBetter())
        .flatMap(trace -> again(patient, trace).or(() -> byHeart(patient, trace)));
  }

  /** The boxes that are trained are few, though samples are many. */
  private static Optional<Finding> again(Case patient, TraceHistory trace) {
    return DistinctBoxes.of(trace)
        .filter(
            boxes -> TrainedSamples.late(trace).filter(TrainedSamples::isBetterKnown).isPresent())
        .filter(boxes -> boxes.areFew(trace.start().samples()))
        .map(
            boxes ->
                Finding.suspected(
                    Condition.TOO_LITTLE_DATA,
                    patient.sure(0.9),
                    "Of "
                        + boxes.seen()
                        + " trained samples that were looked at only "
                        + boxes.distinct()
                        + " have boxes of their own: it is some "
                        + Math.round(boxes.samples())
                        + " samples that come again and again, and not "
                        + trace.start().samples()
                        + "."));
  }

  private static Optional<Finding> byHeart(Case patient, TraceHistory trace) {
    return Optional.of(trace)
        .filter(told -> told.keepsProbeBack() || !patient.failingOrPoor())
        .filter(told -> fewAgain(patient, told) || theSame(patient, told, BY_HEART))
        .map(
            told ->
                Finding.suspected(
                    Condition.TOO_LITTLE_DATA,
                    patient.sure(
                        few(trace) ? 0.78 : theSame(patient, trace, 10 * BY_HEART) ? 0.86 : 0.7),
                    few(trace)
                        ? "The network saw "
                            + trace.start().samples()
                            + " samples again and again"
                            + known(trace)
                            + (patient.failingOrPoor()
                                ? " and learned them; what it says of others is poor."
                                : ".")
                        : "By the loss of the training others cost more than five times what the "
                            + trace.start().samples()
                            + " trained samples cost: most of these may be the same."));
  }

  /** How well, where the network was asked about some that it is trained with. */
  private static String known(TraceHistory trace) {
    return TrainedSamples.late(trace)
        .map(
            seen ->
                " (mean IoU of "
                    + Words.figure(seen.meanIou())
                    + ", of others "
                    + Words.figure(seen.othersIou())
                    + ")")
        .orElse("");
  }

  private static boolean fewAgain(Case patient, TraceHistory trace) {
    return trace.sawSamplesAgain()
        && !asOthers(trace)
        && (patient.failingOrPoor()
            ? few(trace) && learned(trace, LossCurve.of(trace.steps()))
            : trace.start().samples() <= VERY_FEW);
  }

  /**
   * Many samples that were learned by heart though each was seen a few times. Where boxes do not go
   * along with other pictures at all, the truth is wrong; a batch norm may be used in another way.
   */
  private static boolean theSame(Case patient, TraceHistory trace, double times) {
    LossCurve curve = LossCurve.of(trace.steps());
    boolean goesAlong =
        !patient.has(Condition.IGNORES_PICTURE)
            && !patient.has(Condition.SAME_BOX)
            && !patient.has(Condition.MEAN_BOX)
            && !patient.has(Condition.INVALID_BOXES);
    return !few(trace)
        && !trace.sawSamplesAgain()
        && trace.keepsProbeBack()
        && !asOthers(trace)
        && goesAlong
        && !patient.setup().anatomy().hasBatchNorm()
        && ProbeLoss.of(trace, curve).filter(p -> p.said() > times * curve.last()).isPresent();
  }

  /** Whether the network was asked, and knows no more of trained samples than of others. */
  private static boolean asOthers(TraceHistory trace) {
    return TrainedSamples.late(trace)
        .filter(seen -> seen.isAlike() && !seen.isBetterKnown())
        .isPresent();
  }

  private static boolean few(TraceHistory trace) {
    return trace.start().samples() <= FEW;
  }

  private static boolean learned(TraceHistory trace, LossCurve curve) {
    Optional<TrainedSamples> trained = TrainedSamples.late(trace);
    if (trained.isPresent()) {
      // Boxes that lie elsewhere than the probe's are another fault.
      return trained.get().isBetterKnown() && trained.get().isAlike();
    }
    return ProbeLoss.of(trace, curve)
        .map(probe -> probe.isApartFrom(curve))
        .orElse(curve.last() < LEARNED * curve.first() && curve.last() < GOES_ON * curve.third());
  }
}
