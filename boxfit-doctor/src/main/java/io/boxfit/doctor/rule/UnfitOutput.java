package io.boxfit.doctor.rule;

import io.boxfit.core.box.Box;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.NumberAudit;
import io.boxfit.doctor.evidence.Output;
import io.boxfit.doctor.evidence.Predictions;
import io.boxfit.doctor.evidence.Side;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A softmax where none belongs, or an output that a ReLU holds at zero. */
final class UnfitOutput implements Rule {
  private static final double EXACT = 1e-3;
  private static final int ENOUGH = 20;

  /** Of the largest target. */
  private static final double BELOW = 0.05;

  private static final double STILL_ZERO = 0.015;
  private static final double ZERO_AT_FIRST = 0.05;

  @Override
  public Optional<Finding> check(Case patient) {
    if (patient.setup().output() == Output.SOFTMAX) {
      return Optional.of(
          Finding.suspected(
              Condition.SOFTMAX_OUTPUT, 0.97, "The four outputs go through a softmax."));
    }
    if (patient.setup().output() == Output.RELU && patient.untrained()) {
      return Optional.of(
          Finding.suspected(Condition.DEAD_OUTPUT, 0.7, "The four outputs go through a ReLU."));
    }
    Optional<Finding> cut = cut(patient);
    if (cut.isPresent()) {
      return cut;
    }
    Optional<Finding> inNumbers =
        patient.evidence().numbers().flatMap(UnfitOutput::look).or(() -> shares(patient));
    return inNumbers.isPresent() || patient.setup().output() == Output.SIGMOID
        ? inNumbers
        : patient.evidence().predictions().flatMap(UnfitOutput::side);
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
        .map(
            targets ->
                Finding.suspected(
                    Condition.DEAD_OUTPUT,
                    0.93,
                    "The outputs go through a ReLU, which gives nothing below zero; targets go down"
                        + " to "
                        + Words.rough(targets.min())
                        + "."))
        .or(() -> zeros(patient));
  }

  private static Optional<Finding> zeros(Case patient) {
    double last = patient.evidence().predictions().map(UnfitOutput::zeros).orElse(0.0);
    double first =
        patient.evidence().trace().flatMap(t -> t.first()).map(UnfitOutput::zeros).orElse(0.0);
    boolean held = last >= STILL_ZERO || (patient.failingOrPoor() && first >= ZERO_AT_FIRST);
    return held
        ? Optional.of(
            Finding.suspected(
                Condition.DEAD_OUTPUT,
                0.75,
                "The outputs go through a ReLU: "
                    + Words.percent(first)
                    + " of the sides were exactly zero before the first step and "
                    + Words.percent(last)
                    + " are at the end; those get no gradient."))
        : Optional.empty();
  }

  /** Share of the sides that are exactly zero where the true one is not. */
  private static double zeros(Predictions seen) {
    long zeros = 0;
    for (Side side : Side.values()) {
      for (int i = 0; i < seen.size(); i++) {
        boolean held = side.of(seen.predicted().get(i)) == 0 && side.of(seen.truth().get(i)) != 0;
        zeros += held ? 1 : 0;
      }
    }
    return zeros / (4.0 * seen.size());
  }

  /** A trace's boxes are in pixels: the numbers that a softmax gave are their shares. */
  private static Optional<Finding> shares(Case patient) {
    return patient
        .evidence()
        .predictions()
        .filter(p -> patient.setup().output() == Output.UNKNOWN)
        .filter(p -> sumToOne(p.predicted().stream().map(box -> shares(box, p)).toList()))
        .map(
            p ->
                Finding.suspected(
                    Condition.SOFTMAX_OUTPUT,
                    0.9,
                    "As shares of the picture the four numbers of every box sum to one."));
  }

  private static double[] shares(Box box, Predictions predictions) {
    double width = predictions.width();
    double height = predictions.height();
    return new double[] {
      box.xMin() / width, box.yMin() / height, box.xMax() / width, box.yMax() / height
    };
  }

  /** Numbers at the ends do not count: three sides at 0 and one at 1 are another illness. */
  private static boolean sumToOne(List<double[]> rows) {
    return rows.size() >= ENOUGH
        && rows.stream()
            .allMatch(
                row ->
                    Math.abs(Arrays.stream(row).sum() - 1) < EXACT
                        && Arrays.stream(row).allMatch(v -> v > 0 && v < 1 - EXACT));
  }

  private static Optional<Finding> look(NumberAudit numbers) {
    if (numbers.rows().size() < ENOUGH) {
      return Optional.empty();
    }
    if (sumToOne(numbers.rows())) {
      return Optional.of(
          Finding.suspected(
              Condition.SOFTMAX_OUTPUT, 0.95, "The four numbers of every row sum to one."));
    }
    for (int column = 0; column < 4; column++) {
      if (Arrays.stream(numbers.column(column)).allMatch(v -> v == 0)) {
        return Optional.of(
            Finding.suspected(
                Condition.DEAD_OUTPUT,
                0.95,
                "Number " + (column + 1) + " of the four is zero in every row."));
      }
    }
    return Optional.empty();
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
        .map(UnfitOutput::zero);
  }

  private static Finding zero(Side side) {
    return Finding.suspected(
        Condition.DEAD_OUTPUT, 0.8, "The " + side.words() + " side is exactly zero everywhere.");
  }
}
