package io.boxfit.doctor.rule.training;

import io.boxfit.core.trace.Look;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.Predictions;
import io.boxfit.doctor.evidence.TraceHistory;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.model.loss.CenterPointLoss;
import io.boxfit.model.recipe.Recipe;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Layers that the optimiser does not step, and outputs that the loss does not look at. */
public final class NotTrained implements Rule {
  private static final int SIDES = 4;
  private static final int ENOUGH = 10;
  private static final double ALL = 0.9;

  /** In 32 bits; where each output has a pull of its own it is 0.05 and more. */
  private static final double NONE = 1e-5;

  /** Share of first boxes that miss their objects; fewer, and a loss of overlap pulls at some. */
  private static final double APART = 0.9;

  private static final double SAME = 1e-3;

  @Override
  public Optional<Finding> check(Case patient) {
    return centresAlone(patient).or(() -> looked(patient));
  }

  private static Optional<Finding> centresAlone(Case patient) {
    boolean centres =
        patient
                .evidence()
                .recipe()
                .map(Recipe::loss)
                .filter(CenterPointLoss.class::isInstance)
                .isPresent()
            || patient
                .evidence()
                .trace()
                .filter(t -> t.start().loss().equals(CenterPointLoss.class.getSimpleName()))
                .isPresent();
    return centres && (patient.untrained() || patient.failingOrPoor())
        ? Optional.of(
            Finding.suspected(
                Condition.SIDE_WITHOUT_LOSS,
                0.9,
                "The loss looks at the centre alone: nothing asks for a width and a height."))
        : Optional.empty();
  }

  private static Optional<Finding> looked(Case patient) {
    return patient
        .evidence()
        .trace()
        .filter(trace -> patient.couldBeBetter())
        .flatMap(
            trace ->
                cutOff(trace)
                    .or(() -> unmoved(trace))
                    .or(() -> withoutLoss(patient, trace))
                    .or(() -> together(trace))
                    .or(() -> foreign(patient, trace))
                    .or(() -> frozen(patient, trace)));
  }

  /** A loss of numbers that were taken out of the graph: detach(), item(), an array. */
  private static Optional<Finding> cutOff(TraceHistory trace) {
    boolean never =
        trace.pulls().size() >= ENOUGH && trace.pulls().stream().noneMatch(Look.Pull::reached);
    return never && !arrives(trace)
        ? Optional.of(
            Finding.suspected(
                Condition.LAYERS_NOT_TRAINED,
                0.95,
                "The loss is cut off from the network: in no step that was looked into a gradient"
                    + " came back to its outputs."))
        : Optional.empty();
  }

  private static boolean arrives(TraceHistory trace) {
    return trace.lookedAt().stream()
        .flatMap(step -> step.layers().values().stream())
        .anyMatch(layer -> layer.gradientNorm() > 0);
  }

  /** Each output is pulled at, but by fewer numbers than there are outputs: a loss of centres. */
  private static Optional<Finding> together(TraceHistory trace) {
    double[] own =
        trace.pulls().stream()
            .filter(pull -> pull.gradient().size() == SIDES)
            .flatMapToDouble(pull -> pull.own().stream())
            .toArray();
    return own.length >= ENOUGH && Arrays.stream(own).allMatch(one -> one < NONE)
        ? Optional.of(
            Finding.suspected(
                Condition.SIDE_WITHOUT_LOSS,
                0.93,
                "In all steps that were looked into the loss pulls at one of the four outputs as it"
                    + " pulls at the others together: it looks at fewer than four numbers of a box."))
        : Optional.empty();
  }

  /** Whatever the loss asks for, nothing moves. */
  private static Optional<Finding> unmoved(TraceHistory trace) {
    boolean still =
        trace.lookedAt().size() >= ENOUGH
            && trace.lookedAt().stream()
                .flatMap(step -> step.layers().values().stream())
                .allMatch(layer -> layer.gradientNorm() == 0 && layer.updateRatio() == 0);
    boolean same =
        trace.steps().size() >= ENOUGH
            && trace.probes().size() > 1
            && trace.probes().get(0).step() == 0
            && trace
                .first()
                .map(Predictions::predicted)
                .equals(trace.last().map(Predictions::predicted));
    // What stands at the end of its sigmoid hands nothing on: that is another fault.
    boolean pulls =
        trace.pulls().stream().anyMatch(pull -> size(pull) > 0 && pull.held().orElse(0) < ALL);
    return (same || still) && pulls
        ? Optional.of(
            Finding.suspected(
                Condition.LAYERS_NOT_TRAINED,
                0.95,
                (same
                        ? "All boxes are to the last digit what they were before the first step,"
                        : "No step that was looked into moved any weight,")
                    + " though the loss pulls at the outputs: "
                    + (arrives(trace)
                        ? "the optimiser moves nothing."
                        : "no gradient is there when the optimiser steps, or it does not step.")))
        : Optional.empty();
  }

  private static double size(Look.Pull pull) {
    return pull.gradient().stream().mapToDouble(Math::abs).max().orElse(0);
  }

  private static Optional<Finding> withoutLoss(Case patient, TraceHistory trace) {
    List<Look.Pull> pulls =
        trace.pulls().stream().filter(pull -> pull.gradient().size() == SIDES).toList();
    List<Integer> without =
        IntStream.range(0, SIDES)
            .filter(side -> pulls.stream().allMatch(pull -> pull.gradient().get(side) == 0))
            .boxed()
            .toList();
    if (pulls.size() < ENOUGH || without.isEmpty()) {
      return Optional.empty();
    }
    boolean none = without.size() == SIDES;
    boolean overlap =
        none ? meansOverlap(trace) : patient.setup().loss().isOverlap() && miss(trace);
    if (overlap) {
      return Optional.empty();
    }
    return none
        ? Optional.of(
            Finding.suspected(
                Condition.SIDE_WITHOUT_LOSS,
                0.9,
                "In all steps that were looked into the loss has a gradient of exactly zero for all"
                    + " outputs, though it is not zero: something in it has no slope, such as a"
                    + " rounding, an argmax or a comparison."))
        : Optional.of(
            Finding.suspected(
                Condition.SIDE_WITHOUT_LOSS,
                0.96,
                "In all steps that were looked into the loss has no gradient for output "
                    + String.join(
                        ", ", without.stream().map(side -> String.valueOf(side + 1)).toList())
                    + " of the four."));
  }

  /**
   * Boxes that miss their objects, or are none, have no gradient by a loss of overlap, and cost the
   * same whatever the objects are.
   */
  static boolean meansOverlap(TraceHistory trace) {
    double[] losses = trace.steps().stream().mapToDouble(TraceEvent.Step::loss).sorted().toArray();
    boolean same = losses[losses.length - 1] - losses[0] <= SAME * Math.abs(losses[0]);
    return same && miss(trace);
  }

  /** Whether next to all first boxes miss their objects, as far as it is known. */
  private static boolean miss(TraceHistory trace) {
    return trace.first().filter(said -> LossTurnsNan.apart(said) < APART).isEmpty();
  }

  /** Layers in a list, or made anew in each call: parameters() does not know them. */
  private static Optional<Finding> foreign(Case patient, TraceHistory trace) {
    List<String> foreign = trace.forward().map(Look.Forward::foreign).orElse(List.of());
    return foreign.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Finding.suspected(
                Condition.LAYERS_NOT_TRAINED,
                patient.sure(0.94),
                "On its way through the network a batch passes "
                    + String.join(", ", foreign.stream().limit(SIDES).toList())
                    + (foreign.size() > SIDES ? ", ..." : "")
                    + " that the network does not list among its own parts, and that the optimiser"
                    + " does not step: a layer in a plain list, or made within forward."));
  }

  private static Optional<Finding> frozen(Case patient, TraceHistory trace) {
    // What breaks the numbers is not that some of them are kept.
    if (patient.has(Condition.NOT_A_NUMBER)) {
      return Optional.empty();
    }
    List<String> kernels = patient.setup().anatomy().kernels();
    List<String> frozen =
        trace.forward().map(Look.Forward::frozen).orElse(List.of()).stream()
            .filter(kernels::contains)
            .toList();
    return frozen.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Finding.suspected(
                Condition.LAYERS_NOT_TRAINED,
                patient.sure(0.84),
                "The optimiser does not step "
                    + frozen.size()
                    + " of the "
                    + kernels.size()
                    + " layers with a kernel: "
                    + String.join(", ", frozen.stream().limit(SIDES).toList())
                    + (frozen.size() > SIDES ? ", ..." : "")
                    + "."));
  }
}
