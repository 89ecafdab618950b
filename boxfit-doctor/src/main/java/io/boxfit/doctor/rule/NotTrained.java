package io.boxfit.doctor.rule;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.Predictions;
import io.boxfit.doctor.evidence.TraceHistory;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Layers that the optimiser does not step, and outputs that the loss does not look at. */
final class NotTrained implements Rule {
  private static final int SIDES = 4;
  private static final int ENOUGH = 10;
  private static final double ALL = 0.9;

  @Override
  public Optional<Finding> check(Case patient) {
    return patient
        .evidence()
        .trace()
        .filter(trace -> patient.couldBeBetter())
        .flatMap(
            trace -> unmoved(trace).or(() -> withoutLoss(trace)).or(() -> frozen(patient, trace)));
  }

  /** Whatever the loss asks for, nothing moves. */
  private static Optional<Finding> unmoved(TraceHistory trace) {
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
    boolean arrives =
        trace.lookedAt().stream()
            .flatMap(step -> step.layers().values().stream())
            .anyMatch(layer -> layer.gradientNorm() > 0);
    return same && pulls
        ? Optional.of(
            Finding.suspected(
                Condition.LAYERS_NOT_TRAINED,
                0.95,
                "All boxes are to the last digit what they were before the first step, though the"
                    + " loss pulls at the outputs: "
                    + (arrives
                        ? "the optimiser moves nothing."
                        : "no gradient is there when the optimiser steps, or it does not step.")))
        : Optional.empty();
  }

  private static double size(TraceEvent.Pull pull) {
    return pull.gradient().stream().mapToDouble(Math::abs).max().orElse(0);
  }

  private static Optional<Finding> withoutLoss(TraceHistory trace) {
    List<TraceEvent.Pull> pulls =
        trace.pulls().stream().filter(pull -> pull.gradient().size() == SIDES).toList();
    List<Integer> without =
        IntStream.range(0, SIDES)
            .filter(side -> pulls.stream().allMatch(pull -> pull.gradient().get(side) == 0))
            .boxed()
            .toList();
    return pulls.size() < ENOUGH || without.isEmpty() || without.size() == SIDES
        ? Optional.empty()
        : Optional.of(
            Finding.suspected(
                Condition.SIDE_WITHOUT_LOSS,
                0.96,
                "In all steps that were looked into the loss has no gradient for output "
                    + String.join(
                        ", ", without.stream().map(side -> String.valueOf(side + 1)).toList())
                    + " of the four."));
  }

  private static Optional<Finding> frozen(Case patient, TraceHistory trace) {
    List<String> kernels =
        trace.start().layers().stream()
            .filter(layer -> layer.gain().isPresent())
            .map(TraceEvent.Layer::name)
            .toList();
    List<String> frozen =
        trace.forward().map(TraceEvent.Forward::frozen).orElse(List.of()).stream()
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
