package io.boxfit.doctor.rule;

import io.boxfit.core.box.Box;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.Output;
import io.boxfit.doctor.evidence.Predictions;
import io.boxfit.doctor.evidence.TraceHistory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A softmax where none belongs: four numbers that always sum to one. */
final class SoftmaxOutput implements Rule {
  private static final double EXACT = 1e-3;
  private static final int ENOUGH = 20;

  @Override
  public Optional<Finding> check(Case patient) {
    if (patient.setup().output() == Output.SOFTMAX) {
      return found(0.97, "The four outputs go through a softmax.");
    }
    return overBatch(patient).or(() -> numbers(patient)).or(() -> shares(patient));
  }

  /** Each of the four outputs sums to one over the samples: a softmax along the wrong axis. */
  private static Optional<Finding> overBatch(Case patient) {
    return patient
        .evidence()
        .trace()
        .flatMap(TraceHistory::inputs)
        .filter(told -> told.samples() >= ENOUGH && patient.couldBeBetter())
        .filter(
            told ->
                told.outputs()
                    .filter(range -> range.min() > 0)
                    .filter(range -> Math.abs(range.mean() * told.samples() - 1) < EXACT)
                    .isPresent())
        .flatMap(
            told ->
                found(
                    0.97,
                    "The first outputs sum to one over the "
                        + told.samples()
                        + " samples of the batch: a softmax along the wrong axis."));
  }

  private static Optional<Finding> numbers(Case patient) {
    return patient
        .evidence()
        .numbers()
        .filter(numbers -> sumToOne(numbers.rows()))
        .flatMap(numbers -> found(0.95, "The four numbers of every row sum to one."));
  }

  private static Optional<Finding> found(double confidence, String evidence) {
    return Optional.of(Finding.suspected(Condition.SOFTMAX_OUTPUT, confidence, evidence));
  }

  /** A trace's boxes are in pixels: the numbers that a softmax gave are their shares. */
  private static Optional<Finding> shares(Case patient) {
    return patient
        .evidence()
        .predictions()
        .filter(p -> patient.setup().output() == Output.UNKNOWN)
        .filter(p -> sumToOne(p.predicted().stream().map(box -> shares(box, p)).toList()))
        .flatMap(
            p -> found(0.9, "As shares of the picture the four numbers of every box sum to one."));
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
}
