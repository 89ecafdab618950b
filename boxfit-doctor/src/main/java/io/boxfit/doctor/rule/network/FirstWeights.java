package io.boxfit.doctor.rule.network;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.Anatomy;
import io.boxfit.doctor.evidence.Flows;
import io.boxfit.doctor.evidence.Output;
import io.boxfit.doctor.evidence.Predictions;
import io.boxfit.doctor.evidence.TraceHistory;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.Words;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * The scale of the weights before the first step. A gain is their standard deviation times the root
 * of the numbers that a unit sums up: 1.41 keeps what goes through a ReLU as large as it was (He et
 * al., ICCV 2015, equation 10), PyTorch's layers start with 0.58.
 *
 * <p>Too small where some layer's gain is below 0.02 or the middle one below 0.15, or the first
 * step is larger than a layer's weights themselves and the loss did not jump (then the step is what
 * is too large), or the middle gain is below 0.4 and gradients vanish from the first step on. Too
 * large where some gain is above 5 or the middle one above 2.5, or nine of ten sides lie on the
 * border already, or boxes are twenty pictures away.
 */
public final class FirstWeights implements Rule {
  private static final double SMALL = 0.4;

  /** In most layers at once. */
  private static final double FAINT = 0.15;

  private static final double HUGE = 5;

  /** In most layers at once; He's start has 1.41. */
  private static final double LARGE = 2.5;

  private static final double DWARFED = 1;

  /** Healthy trainings: up to 3. */
  private static final double FAR_OFF = 20;

  private static final double MOST = 0.9;
  private static final double SOME = 0.05;

  @Override
  public Optional<Finding> check(Case patient) {
    if (patient.evidence().trace().isEmpty() || patient.setup().equalStart() || patient.good()) {
      return Optional.empty();
    }
    TraceHistory trace = patient.evidence().trace().get();
    Anatomy network = patient.setup().anatomy();
    return tiny(patient, network)
        .or(() -> patient.failing() ? fading(network, trace) : Optional.empty())
        .or(
            () ->
                patient.failing() && !trace.jumpsAtFirst()
                    ? dwarfed(trace)
                        .or(() -> areSound(network) ? Optional.empty() : atBorder(patient, trace))
                    : Optional.empty())
        .or(() -> patient.failing() ? huge(network).or(() -> farOff(trace)) : Optional.empty());
  }

  private static Optional<Finding> tiny(Case patient, Anatomy network) {
    double least = network.leastGain().orElse(1);
    double middle = network.middleGain().orElse(1);
    return least >= Anatomy.TINY_GAIN && middle >= FAINT
        ? Optional.empty()
        : small(
            patient.sure(least < Anatomy.TINY_GAIN ? 0.94 : 0.8),
            "A layer starts with weights of a gain of "
                + Words.rough(least)
                + ", where about 1 lets numbers through as they are.");
  }

  private static Optional<Finding> fading(Anatomy network, TraceHistory trace) {
    double middle = network.middleGain().orElse(1);
    return middle >= SMALL || network.flattens() || !Flows.of(trace).vanishesAtOnce()
        ? Optional.empty()
        : small(
            0.8,
            "Layers start with weights of a gain of "
                + Words.rough(middle)
                + " and less, and from the first step on next to no gradient reaches the first"
                + " layer.");
  }

  private static Optional<Finding> dwarfed(TraceHistory trace) {
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
        .flatMap(
            moved ->
                small(
                    0.92,
                    "The first step moved a layer by "
                        + Words.rough(moved)
                        + " times the size of all its weights."));
  }

  private static Optional<Finding> small(double confidence, String evidence) {
    return Optional.of(Finding.suspected(Condition.FIRST_WEIGHTS_TOO_SMALL, confidence, evidence));
  }

  private static Optional<Finding> huge(Anatomy network) {
    double largest = network.largestGain().orElse(1);
    boolean most = network.middleGain().orElse(1) > LARGE;
    return largest <= HUGE && !most
        ? Optional.empty()
        : Optional.of(
            Finding.suspected(
                Condition.FIRST_WEIGHTS_TOO_LARGE,
                largest > HUGE ? 0.92 : 0.8,
                (most ? "Layers start" : "A layer starts")
                    + " with weights of a gain of up to "
                    + Words.rough(largest)
                    + ", where about 1 lets numbers through as they are."));
  }

  /** Where no gain of one layer tells it: all of them together, or biases. */
  private static Optional<Finding> farOff(TraceHistory trace) {
    return trace
        .first()
        .filter(first -> trace.probes().get(0).step() == 0)
        .map(FirstWeights::reach)
        .filter(reach -> reach >= FAR_OFF)
        .map(
            reach ->
                Finding.suspected(
                    Condition.FIRST_WEIGHTS_TOO_LARGE,
                    0.85,
                    "Before the first step the middle sample's box reached "
                        + Words.rough(reach)
                        + " picture sizes away from the picture's middle."));
  }

  /** The middle sample's farthest side, in sizes of the picture from its middle. */
  private static double reach(Predictions first) {
    double[] reaches =
        first.predicted().stream()
            .mapToDouble(
                box ->
                    DoubleStream.of(
                            box.xMin() / first.width(),
                            box.xMax() / first.width(),
                            box.yMin() / first.height(),
                            box.yMax() / first.height())
                        .map(share -> Math.abs(share - 0.5))
                        .max()
                        .orElseThrow())
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    return reaches.length == 0 ? 0 : reaches[reaches.length / 2];
  }

  /** Whether all gains are told and none is large. */
  static boolean areSound(Anatomy network) {
    return network.largestGain().orElse(Double.POSITIVE_INFINITY) <= LARGE;
  }

  private static Optional<Finding> atBorder(Case patient, TraceHistory trace) {
    Output output = patient.setup().output();
    if (output != Output.SIGMOID && output != Output.UNKNOWN) {
      return Optional.empty();
    }
    return trace
        .first()
        .filter(first -> trace.probes().get(0).step() == 0)
        .filter(
            first ->
                SaturatedOutput.share(first, true) + SaturatedOutput.share(first, false) >= MOST)
        // Numbers near 0 lie near a border, too; those of a sigmoid lie at both.
        .filter(first -> SaturatedOutput.share(first, false) >= SOME)
        .map(
            first ->
                Finding.suspected(
                    Condition.FIRST_WEIGHTS_TOO_LARGE,
                    0.92,
                    "Before the first step "
                        + Words.percent(
                            SaturatedOutput.share(first, true)
                                + SaturatedOutput.share(first, false))
                        + " of the sides lay on the picture's border already."));
  }
}
