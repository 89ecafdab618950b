package io.boxfit.doctor.rule.data;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.AskedOtherwise;
import io.boxfit.doctor.evidence.Flows;
import io.boxfit.doctor.evidence.LossCurve;
import io.boxfit.doctor.evidence.ProbeLoss;
import io.boxfit.doctor.evidence.TraceHistory;
import io.boxfit.doctor.evidence.TrainedSamples;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.Words;
import java.util.List;
import java.util.Optional;

/**
 * A training that does all that a training does, its gradients and steps being of a sound size, and
 * learns the mean box and nothing more, or learns its samples and nothing of others: what the boxes
 * say has nothing to do with what the pictures show.
 */
public final class TruthMismatch implements Rule {
  private static final int ENOUGH = 100;

  /** TheDeepChecker: log10 of a sound update ratio lies between -4 and -1. */
  private static final double LEAST = 1e-4;

  private static final double MOST = 1e-1;

  /** Of the loss, from the third quarter of the steps to the last. */
  private static final double STANDS = 0.05;

  private static final double LEARNED = 0.5;

  /** Of what the mean box costs; a box that stands still costs that much where boxes differ. */
  private static final double BY_HEART = 0.1;

  /** A healthy training of the benchmark whose loss stands comes down to 0.5. */
  private static final double PARTLY = 0.45;

  /** Where the loss goes on falling. */
  private static final double MOSTLY = 0.25;

  /** Of mean IoU: samples whose own boxes are no worse than others have no wrong ones. */
  private static final double LITTLE_WORSE = 0.02;

  private static final double TELLING = 0.3;

  private static final double ABOUT = 0.1;
  private static final double NOISIER = 1.3;
  private static final double HALF = 0.5;
  private static final double FOR_NOTHING = 0.9;

  @Override
  public Optional<Finding> check(Case patient) {
    return patient
        .evidence()
        .trace()
        .filter(trace -> patient.couldBeBetter() && trace.end().isPresent())
        .filter(trace -> trace.steps().size() >= ENOUGH && !trace.jumpsAtFirst())
        .filter(trace -> !Flows.of(trace).vanishes())
        .filter(trace -> !patient.isOffInUse())
        .flatMap(trace -> patient.failing() ? look(patient, trace) : partly(patient, trace));
  }

  /**
   * A part of the truth that is wrong costs in training alone; or the box goes part of the way and
   * no further.
   */
  private static Optional<Finding> partly(Case patient, TraceHistory trace) {
    LossCurve curve = LossCurve.of(trace.steps());
    boolean alike = TrainedSamples.late(trace).filter(TruthMismatch::fitsAsOthers).isPresent();
    if (alike || !sound(trace.lookedAt()) || patient.setup().anatomy().dropped() > HALF) {
      return Optional.empty();
    }
    boolean stands = stands(curve, ABOUT);
    // What costs as much when pictures are asked as in training is the network's doing.
    Optional<AskedOtherwise> asked = AskedOtherwise.of(trace);
    boolean theirs = asked.map(a -> a.errorInTraining() <= NOISIER * a.errorInUse()).orElse(stands);
    Optional<ProbeLoss> probe =
        ProbeLoss.of(trace, curve)
            .filter(p -> theirs)
            .filter(p -> p.said() < (stands ? PARTLY : MOSTLY) * curve.last());
    if (probe.isPresent()) {
      return found(
          patient.sure(0.66),
          "In training samples cost "
              + Words.rough(curve.last() / probe.get().said())
              + " times what others cost"
              + (stands ? ", and do not get cheaper" : "")
              + ": some of the boxes that are trained do not belong to their pictures.");
    }
    return stands && patient.has(Condition.TOWARD_THE_MEAN)
        ? found(
            patient.sure(0.64),
            "The box goes part of the way with the object, the loss stands, and layers move by sound"
                + " steps: as where some of the boxes do not belong to their pictures.")
        : Optional.empty();
  }

  /** Of boxes that fit badly, wrong ones cost next to no overlap. */
  private static boolean fitsAsOthers(TrainedSamples seen) {
    return seen.meanIou() >= TELLING && seen.lead() > -LITTLE_WORSE;
  }

  private static Optional<Finding> look(Case patient, TraceHistory trace) {
    boolean mean = patient.has(Condition.MEAN_BOX);
    boolean ignores = patient.has(Condition.IGNORES_PICTURE) || patient.has(Condition.NO_SKILL);
    LossCurve curve = LossCurve.of(trace.steps());
    double first = curve.first();
    double last = curve.last();
    if ((mean || ignores) && stands(curve, STANDS) && last < first && sound(trace.lookedAt())) {
      return found(
          mean ? 0.66 : 0.62,
          "Layers move by sound steps, the loss fell to "
              + Words.rough(last)
              + " and stands there, and all that was learned is where boxes lie on the whole.");
    }
    // Above what the mean box costs nothing was learned yet.
    Optional<ProbeLoss> others = ProbeLoss.of(trace, curve);
    boolean learned =
        last < LEARNED * first && others.map(probe -> last < LEARNED * probe.mean()).orElse(true);
    boolean byHeart = others.filter(probe -> last < BY_HEART * probe.mean()).isPresent();
    if (patient.has(Condition.SAME_BOX) && byHeart) {
      return found(
          0.7,
          "The loss fell from "
              + Words.rough(first)
              + " to "
              + Words.rough(last)
              + " while the box stood still: what is trained has one box, and other pictures have"
              + " others.");
    }
    boolean forNothing =
        patient.has(Condition.IGNORES_PICTURE)
            && others
                .filter(o -> o.said() >= o.mean() && last < FOR_NOTHING * o.mean())
                .isPresent();
    if (forNothing && sound(trace.lookedAt())) {
      return found(
          0.66,
          "Trained samples cost "
              + Words.rough(last)
              + ", less than the mean box would, and others "
              + Words.rough(others.orElseThrow().said())
              + ", more than it: what is learned of those that are trained does not hold for others.");
    }
    return patient.has(Condition.IGNORES_PICTURE) && learned
        ? found(
            0.7,
            "The loss fell from "
                + Words.rough(first)
                + " to "
                + Words.rough(last)
                + " on the samples that were trained, and on others the box has nothing to do with"
                + " the object.")
        : Optional.empty();
  }

  private static boolean stands(LossCurve curve, double within) {
    return Math.abs(curve.third() - curve.last()) < within * Math.abs(curve.third());
  }

  private static Optional<Finding> found(double confidence, String evidence) {
    return Optional.of(Finding.suspected(Condition.TRUTH_MISMATCH, confidence, evidence));
  }

  private static boolean sound(List<TraceEvent.Step> steps) {
    double[] moved =
        steps.stream()
            .flatMap(step -> step.layers().values().stream())
            .mapToDouble(TraceEvent.LayerState::updateRatio)
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    double median = moved.length == 0 ? Double.NaN : moved[moved.length / 2];
    return median >= LEAST && median <= MOST;
  }
}
