package io.boxfit.doctor.rule.training;

import io.boxfit.core.trace.Look;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.LossCurve;
import io.boxfit.doctor.evidence.LossFamily;
import io.boxfit.doctor.evidence.TraceHistory;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.Words;
import java.util.Optional;

/** A training that makes its boxes worse: a sign is wrong, or an overlap itself is the loss. */
public final class UpsideDown implements Rule {
  private static final double APART = 0.3;
  private static final double LITTLE = 0.5;
  private static final double BETTER = 0.02;

  private static final double BOTTOM = -1.5;
  private static final int MANY = 20;
  private static final double HALF = 0.5;
  private static final double BELOW = 0.15;

  @Override
  public Optional<Finding> check(Case patient) {
    return patient
        .evidence()
        .trace()
        .filter(trace -> patient.failingOrPoor())
        .flatMap(
            trace ->
                maximised(trace)
                    .or(() -> negative(patient, trace))
                    .or(() -> below(patient, trace))
                    .or(() -> iou(patient, trace))
                    .or(() -> bottomless(patient, trace)));
  }

  private static double last(TraceHistory trace) {
    return trace.probes().get(trace.probes().size() - 1).meanIou();
  }

  private static Optional<Finding> found(double confidence, String evidence) {
    return Optional.of(Finding.suspected(Condition.LOSS_UPSIDE_DOWN, confidence, evidence));
  }

  private static Optional<Finding> maximised(TraceHistory trace) {
    return trace
        .forward()
        .map(Look.Forward::optimizer)
        .filter(settings -> settings.getOrDefault("maximize", 0.0) > 0)
        .flatMap(settings -> found(0.97, "The optimiser was made with maximize=True."));
  }

  private static Optional<Finding> negative(Case patient, TraceHistory trace) {
    return patient.setup().loss() != LossFamily.COORDINATES
        ? Optional.empty()
        : trace.steps().stream()
            .filter(step -> step.loss() < 0)
            .findFirst()
            .flatMap(
                step ->
                    found(
                        0.95,
                        "The loss was "
                            + Words.rough(step.loss())
                            + " in step "
                            + step.step()
                            + "; a distance is never below zero."));
  }

  /** A loss of overlap ends at -1; what is far below and goes on falling has no best box. */
  private static Optional<Finding> bottomless(Case patient, TraceHistory trace) {
    LossCurve curve = LossCurve.of(trace.steps());
    return patient.failing()
            && curve.steps() >= MANY
            && curve.last() < BOTTOM
            && curve.last() < curve.third()
        ? found(
            0.72,
            "The loss fell to "
                + Words.rough(curve.last())
                + " and goes on falling while boxes fail: it has no bottom at the right boxes, as"
                + " where a minus is missing.")
        : Optional.empty();
  }

  /**
   * 1 - GIoU is never below 0 and -GIoU never below -IoU: what begins lower is the GIoU itself, or
   * a cousin of it.
   */
  private static Optional<Finding> below(Case patient, TraceHistory trace) {
    boolean seen = !trace.probes().isEmpty() && trace.probes().get(0).step() == 0;
    if (!seen || !patient.setup().ofOverlap() || trace.steps().isEmpty()) {
      return Optional.empty();
    }
    double least = -trace.probes().get(0).meanIou();
    double first = trace.steps().get(0).loss();
    return first >= -1 && first < least - BELOW && last(trace) < -least + BETTER
        ? found(
            0.96,
            "The first boxes had a mean IoU of "
                + Words.figure(-least)
                + " and cost "
                + Words.rough(first)
                + "; a loss that falls as boxes get better costs more: it seems to be the overlap"
                + " itself.")
        : Optional.empty();
  }

  /**
   * Boxes that overlap little cost much, under any loss of overlap that falls as they get better.
   */
  private static Optional<Finding> iou(Case patient, TraceHistory trace) {
    boolean apart =
        !trace.probes().isEmpty()
            && trace.probes().get(0).step() == 0
            && trace.probes().get(0).meanIou() < APART
            && last(trace) < trace.probes().get(0).meanIou() + BETTER;
    double first = trace.steps().isEmpty() ? 1 : trace.steps().get(0).loss();
    // What losses make of inverted boxes says nothing.
    boolean proper = trace.first().filter(said -> said.improper() < HALF).isPresent();
    boolean finite = trace.steps().stream().allMatch(step -> Double.isFinite(step.loss()));
    return patient.setup().ofOverlap() && apart && proper && finite && first > 0 && first < LITTLE
        ? found(
            0.96,
            "Before the first step boxes had a mean IoU of "
                + Words.figure(trace.probes().get(0).meanIou())
                + " and cost "
                + Words.rough(first)
                + ": a loss of overlap that falls as boxes get better is larger there; it seems to be"
                + " the overlap itself.")
        : Optional.empty();
  }
}
