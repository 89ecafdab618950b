package io.boxfit.doctor.rule.network;

import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.NumberAudit;
import io.boxfit.doctor.evidence.Output;
import io.boxfit.doctor.evidence.Predictions;
import io.boxfit.doctor.evidence.Side;
import io.boxfit.doctor.evidence.Stillness;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.Words;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** An output that a ReLU holds at zero, always or in some of the pictures. */
public final class DeadOutput implements Rule {
  private static final int ENOUGH = 20;
  private static final int SIDES = 4;

  /** Of the largest target. */
  private static final double BELOW = 0.05;

  private static final double STILL_ZERO = 0.015;
  private static final double ZERO_AT_FIRST = 0.05;
  private static final double MANY_ZERO = 0.1;

  @Override
  public Optional<Finding> check(Case patient) {
    Output output = patient.setup().output();
    if (output == Output.RELU && patient.untrained()) {
      return found(0.7, "The four outputs go through a ReLU.");
    }
    return cut(patient)
        .or(() -> within(patient))
        .or(() -> patient.evidence().numbers().flatMap(DeadOutput::column))
        .or(
            () ->
                output == Output.SIGMOID || output == Output.SOFTMAX
                    ? Optional.empty()
                    : patient.evidence().predictions().flatMap(DeadOutput::side))
        .or(() -> clipped(patient));
  }

  private static Optional<Finding> found(double confidence, String evidence) {
    return Optional.of(Finding.suspected(Condition.DEAD_OUTPUT, confidence, evidence));
  }

  /** A ReLU between the last layer and what stands behind it. */
  private static Optional<Finding> within(Case patient) {
    return patient.setup().output() == Output.RELU || !patient.couldBeBetter()
        ? Optional.empty()
        : patient.behindLastKernel().stream()
            .filter(layer -> layer.kind().equalsIgnoreCase("relu"))
            .findFirst()
            .flatMap(
                layer ->
                    found(
                        patient.sure(0.9),
                        "What the last layer gives goes through "
                            + layer.name()
                            + ", which holds every number below zero at zero, without a slope."));
  }

  /** Targets that a ReLU cannot give, or sides that it holds at zero in some of the pictures. */
  private static Optional<Finding> cut(Case patient) {
    if (patient.setup().output() != Output.RELU || patient.good()) {
      return Optional.empty();
    }
    return patient
        .evidence()
        .trace()
        .flatMap(trace -> trace.inputs())
        .flatMap(told -> told.targets())
        .filter(targets -> targets.min() < -BELOW * targets.max())
        .flatMap(
            targets ->
                found(
                    patient.sure(0.93),
                    "The outputs go through a ReLU, which gives nothing below zero; targets go down"
                        + " to "
                        + Words.rough(targets.min())
                        + "."))
        .or(() -> zeros(patient));
  }

  private static Optional<Finding> zeros(Case patient) {
    double last = patient.evidence().predictions().map(DeadOutput::zeros).orElse(0.0);
    double first =
        patient.evidence().trace().flatMap(t -> t.first()).map(DeadOutput::zeros).orElse(0.0);
    boolean held = last >= STILL_ZERO || first >= ZERO_AT_FIRST;
    return held
        ? found(
            patient.sure(0.75),
            "The outputs go through a ReLU: "
                + Words.percent(first)
                + " of the sides were exactly zero before the first step and "
                + Words.percent(last)
                + " are at the end; those get no gradient.")
        : Optional.empty();
  }

  /** A ReLU that nobody told of, or a clamp: both have no slope where they hold a side at zero. */
  private static Optional<Finding> clipped(Case patient) {
    Output output = patient.setup().output();
    double zeros = patient.evidence().predictions().map(DeadOutput::zeros).orElse(0.0);
    boolean trained = patient.evidence().trace().isPresent() && patient.failingOrPoor();
    return trained && zeros >= MANY_ZERO && output != Output.SIGMOID && output != Output.RELU
        ? found(
            0.68,
            Words.percent(zeros)
                + " of the sides are exactly zero where the true ones are not: what holds them"
                + " there, a ReLU or a clamp, has no slope.")
        : Optional.empty();
  }

  /** Share of the sides that are exactly zero where the true one is not. */
  static double zeros(Predictions seen) {
    long zeros = 0;
    for (Side side : Side.values()) {
      for (int i = 0; i < seen.size(); i++) {
        boolean held = side.of(seen.predicted().get(i)) == 0 && side.of(seen.truth().get(i)) != 0;
        zeros += held ? 1 : 0;
      }
    }
    return zeros / (4.0 * seen.size());
  }

  private static Optional<Finding> column(NumberAudit numbers) {
    return IntStream.range(0, numbers.rows().size() < ENOUGH ? 0 : SIDES)
        .filter(column -> Arrays.stream(numbers.column(column)).allMatch(v -> v == 0))
        .boxed()
        .findFirst()
        .flatMap(
            column -> found(0.95, "Number " + (column + 1) + " of the four is zero in every row."));
  }

  private static Optional<Finding> side(Predictions predictions) {
    if (predictions.size() < ENOUGH) {
      return Optional.empty();
    }
    Stillness stillness = Stillness.of(predictions);
    return stillness.still().stream()
        .filter(side -> stillness.boxes().stream().allMatch(box -> side.of(box) == 0))
        .filter(side -> stillness.somewhere())
        .findFirst()
        .flatMap(side -> found(0.8, "The " + side.words() + " side is exactly zero everywhere."));
  }
}
