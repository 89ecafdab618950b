package io.boxfit.doctor.rule.network;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.AskedOtherwise;
import io.boxfit.doctor.evidence.OutputFlow;
import io.boxfit.doctor.evidence.TraceHistory;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.Words;
import java.util.Locale;
import java.util.Optional;

/**
 * What stands between the last layer and the outputs, by its slope and not by its name: a clamp or
 * a ReLU has none where it holds, a sigmoid next to none at its ends, a steep one too much between.
 */
public final class OutputSlope implements Rule {
  private static final double HELD = 0.1;

  /** A sigmoid in 32 bits has a slope up to here. */
  private static final double WITHIN = 15;

  /** A sigmoid's is 0.25 at most, a clamp's 1. */
  private static final double STEEP = 1.5;

  private static final double FLAT = 0.005;
  private static final double MIDDLE = 0.5;
  private static final double SIGMOID_OF_ONE = 0.7311;

  /** Of a sigmoid's 0.25, that of another one. */
  private static final double QUARTERED = 0.0626;

  private static final double NEAR = 0.01;

  /** Of the truth's spread: what dropout holds is held in another place each time. */
  private static final double NOISE = 0.02;

  @Override
  public Optional<Finding> check(Case patient) {
    return patient
        .evidence()
        .trace()
        .filter(trace -> patient.couldBeBetter())
        // Equal pulls at all four cancel out in a softmax.
        .filter(trace -> new SoftmaxOutput().check(patient).isEmpty())
        .flatMap(
            trace ->
                Optional.of(trace)
                    .filter(told -> cuts(told) && (!drops(told) || zeroInUse(told)))
                    .flatMap(told -> held(patient, told))
                    .or(() -> twice(patient, trace))
                    .or(() -> logits(patient, trace))
                    .or(
                        () ->
                            OutputFlow.atFirst(trace)
                                .flatMap(flow -> slope(patient, trace, flow, true)))
                    .or(
                        () ->
                            OutputFlow.late(trace)
                                .flatMap(flow -> slope(patient, trace, flow, false))));
  }

  /**
   * What cuts off at zero gives zeros, or halves behind another sigmoid; a sigmoid, however steep,
   * comes close to zero.
   */
  private static boolean cuts(TraceHistory trace) {
    return outputs(trace)
        .filter(range -> range.min() == 0 || (range.min() > NEAR && range.max() < 1 - NEAR))
        .isPresent();
  }

  private static Optional<TraceEvent.Range> outputs(TraceHistory trace) {
    return trace.inputs().flatMap(TraceEvent.Inputs::outputs);
  }

  /** A clamp from 0 to 1 gives both ends for numbers beyond them alone. */
  private static boolean atBothEnds(TraceHistory trace) {
    return outputs(trace).filter(range -> range.min() == 0 && range.max() == 1).isPresent()
        && OutputFlow.atFirst(trace)
            .filter(flow -> flow.held() >= HELD && flow.size() < 1)
            .isPresent();
  }

  /** Whatever drops out in training does not in use. */
  private static boolean zeroInUse(TraceHistory trace) {
    return trace.first().filter(said -> DeadOutput.zeros(said) >= HELD).isPresent();
  }

  private static boolean drops(TraceHistory trace) {
    return AskedOtherwise.of(trace).filter(asked -> asked.noise() > NOISE).isPresent();
  }

  /** A sigmoid of a sigmoid gives 0.5 to 0.73, and has a quarter of its slope. */
  private static Optional<Finding> twice(Case patient, TraceHistory trace) {
    boolean between =
        outputs(trace).filter(r -> r.min() >= MIDDLE && r.max() <= SIGMOID_OF_ONE).isPresent();
    return between
            && OutputFlow.atFirst(trace)
                .filter(flow -> flow.slope() <= QUARTERED && flow.slope() > FLAT)
                .isPresent()
        ? Optional.of(
            Finding.suspected(
                Condition.SATURATED_OUTPUT,
                patient.sure(0.9),
                "The first outputs lie between 0.5 and 0.73 and have a slope of 0.06: they went"
                    + " through two sigmoids, which give nothing else."))
        : Optional.empty();
  }

  /** A loss that has a sigmoid of its own, behind another one. */
  private static Optional<Finding> logits(Case patient, TraceHistory trace) {
    boolean within = outputs(trace).filter(range -> range.min() > 0 && range.max() < 1).isPresent();
    return within && trace.start().loss().toLowerCase(Locale.ROOT).contains("logits")
        ? Optional.of(
            Finding.suspected(
                Condition.SATURATED_OUTPUT,
                patient.sure(0.93),
                "The loss is "
                    + trace.start().loss()
                    + ", which has a sigmoid within, and the outputs lie between 0 and 1 already:"
                    + " two sigmoids give 0.5 to 0.73 and nothing else."))
        : Optional.empty();
  }

  private static Optional<Finding> held(Case patient, TraceHistory trace) {
    return atBothEnds(trace)
        ? Optional.of(
            Finding.suspected(
                Condition.SATURATED_OUTPUT,
                patient.sure(0.91),
                "The first outputs lie at exactly 0 and exactly 1 already: what stands between the"
                    + " last layer and them is so steep that it hands nothing on."))
        : OutputFlow.atFirst(trace)
            .flatMap(flow -> held(patient, flow, true))
            .or(() -> OutputFlow.late(trace).flatMap(flow -> held(patient, flow, false)));
  }

  private static Optional<Finding> held(Case patient, OutputFlow flow, boolean first) {
    return flow.held() < HELD || flow.size() > WITHIN
        ? Optional.empty()
        : Optional.of(
            Finding.suspected(
                Condition.DEAD_OUTPUT,
                patient.sure(first ? 0.91 : 0.88),
                Words.percent(flow.held())
                    + " of the outputs that the loss pulls at hand nothing of it on to the last"
                    + " layer"
                    + (first ? ", before the first step already" : "")
                    + ": a ReLU or a clamp holds them where it has no slope."));
  }

  private static Optional<Finding> slope(
      Case patient, TraceHistory trace, OutputFlow flow, boolean first) {
    boolean shares =
        outputs(trace).filter(range -> range.min() >= 0 && range.max() <= 1).isPresent();
    boolean steep = flow.slope() > STEEP;
    boolean flat = flow.slope() < FLAT;
    // Weights that are too large bring sums to the ends, too.
    return !shares || !(steep || flat) || !FirstWeights.areSound(patient.setup().anatomy())
        ? Optional.empty()
        : Optional.of(
            Finding.suspected(
                Condition.SATURATED_OUTPUT,
                patient.sure(steep || first ? 0.9 : 0.7),
                steep
                    ? "Between the last layer and the outputs, which lie from 0 to 1, the slope is "
                        + Words.rough(flow.slope())
                        + ", where a sigmoid has 0.25 at most: it is so steep that most sums stand"
                        + " at its ends."
                    : "Half of the outputs have a slope below "
                        + Words.rough(FLAT)
                        + (first ? " before the first step already" : "")
                        + ": they stand at the ends of their sigmoid."));
  }
}
