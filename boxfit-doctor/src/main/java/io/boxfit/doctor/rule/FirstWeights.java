package io.boxfit.doctor.rule;

import io.boxfit.core.box.Box;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.Predictions;
import io.boxfit.doctor.evidence.Setup.Output;
import io.boxfit.doctor.evidence.Side;
import io.boxfit.doctor.evidence.TraceHistory;
import java.util.Arrays;
import java.util.Optional;

/**
 * The scale of the weights before the first step: too small where the first step is larger than a
 * layer's weights themselves and the loss did not jump (then the step is what is too large), too
 * large where nine of ten sides lie on the border already.
 */
final class FirstWeights implements Rule {
  private static final double DWARFED = 1;
  private static final double MOST = 0.9;

  @Override
  public Optional<Finding> check(Case patient) {
    return patient
        .evidence()
        .trace()
        .filter(trace -> patient.failing() && !patient.setup().equalStart())
        .filter(trace -> !LearningRate.jumps(trace))
        .flatMap(trace -> tooSmall(trace).or(() -> tooLarge(patient, trace)));
  }

  private static Optional<Finding> tooSmall(TraceHistory trace) {
    return trace.lookedAt().stream()
        .findFirst()
        .map(
            step ->
                step.layers().values().stream()
                    .mapToDouble(TraceEvent.LayerState::updateRatio)
                    .filter(Double::isFinite)
                    .max()
                    .orElse(0))
        .filter(moved -> moved > DWARFED)
        .map(
            moved ->
                Finding.suspected(
                    Condition.FIRST_WEIGHTS_TOO_SMALL,
                    0.92,
                    "The first step moved a layer by "
                        + Words.rough(moved)
                        + " times the size of all its weights."));
  }

  private static Optional<Finding> tooLarge(Case patient, TraceHistory trace) {
    Output output = patient.setup().output();
    if (output != Output.SIGMOID && output != Output.UNKNOWN) {
      return Optional.empty();
    }
    return trace
        .first()
        .filter(first -> trace.probes().get(0).step() == 0)
        .map(FirstWeights::atBorder)
        .filter(share -> share >= MOST)
        .map(
            share ->
                Finding.suspected(
                    Condition.FIRST_WEIGHTS_TOO_LARGE,
                    0.92,
                    "Before the first step "
                        + Words.percent(share)
                        + " of the sides lay on the picture's border already."));
  }

  private static double atBorder(Predictions first) {
    long ends =
        first.predicted().stream()
            .mapToLong(
                box -> Arrays.stream(Side.values()).filter(s -> atBorder(s, box, first)).count())
            .sum();
    return ends / (4.0 * first.size());
  }

  private static boolean atBorder(Side side, Box box, Predictions first) {
    return SaturatedOutput.atBorder(side, box, side.extent(first));
  }
}
