package io.boxfit.doctor.rule.network;

import io.boxfit.core.box.Box;
import io.boxfit.core.trace.Look;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.Output;
import io.boxfit.doctor.evidence.Predictions;
import io.boxfit.doctor.evidence.TraceHistory;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** A softmax where none belongs: four numbers that always sum to one. */
public final class SoftmaxOutput implements Rule {
  private static final double EXACT = 1e-3;
  private static final int ENOUGH = 20;

  /** In 32 bits; the benchmark's healthy trainings have 0.05 and more. */
  private static final double BOUND = 1e-4;

  private static final double FREE = 1e-2;
  private static final double HELD = 0.5;
  private static final String CLASSES = "crossentropy";

  @Override
  public Optional<Finding> check(Case patient) {
    if (patient.setup().output() == Output.SOFTMAX) {
      return found(0.97, "The four outputs go through a softmax.");
    }
    return inTheLoss(patient)
        .or(() -> overBatch(patient))
        .or(() -> numbers(patient))
        .or(() -> shares(patient))
        .or(() -> behind(patient))
        .or(() -> bound(patient));
  }

  /**
   * What stands behind the last layer takes a number away from its four: their sum, as a softmax or
   * a layer norm does, or their length, as a normalisation does.
   */
  private static Optional<Finding> bound(Case patient) {
    return patient
        .evidence()
        .trace()
        .filter(trace -> patient.couldBeBetter())
        .map(trace -> trace.pulls().stream().filter(SoftmaxOutput::handsOn).toList())
        .filter(pulls -> usual(pulls, Look.Pull::own) > FREE)
        .filter(
            pulls ->
                usual(pulls, Look.Pull::lastOwn) < BOUND || usual(pulls, Look.Pull::along) < BOUND)
        .flatMap(
            pulls ->
                found(
                    0.9,
                    "What stands between the last layer and the outputs binds them together: of the"
                        + " four numbers "
                        + (usual(pulls, Look.Pull::lastOwn) < BOUND ? "the sum" : "the length")
                        + " makes no difference, so that no side is free of the others."));
  }

  /** What is held at an end is bound to nothing. */
  private static boolean handsOn(Look.Pull pull) {
    return pull.held().orElse(1) < HELD && pull.slope().orElse(0) > 0;
  }

  /** The median; 1 where it was hardly looked at. */
  private static double usual(List<Look.Pull> pulls, Function<Look.Pull, OptionalDouble> what) {
    double[] told =
        pulls.stream().map(what).flatMapToDouble(OptionalDouble::stream).sorted().toArray();
    return told.length < ENOUGH ? 1 : told[told.length / 2];
  }

  /** A softmax or a norm that the last layer's numbers go through, whatever stands behind it. */
  private static Optional<Finding> behind(Case patient) {
    return patient.untrained() || !patient.couldBeBetter()
        ? Optional.empty()
        : patient.behindLastKernel().stream()
            .filter(layer -> binds(layer.kind().toLowerCase(Locale.ROOT)))
            .findFirst()
            .flatMap(
                layer ->
                    found(
                        0.91,
                        "What the last layer gives goes through "
                            + layer.name()
                            + " ("
                            + layer.kind()
                            + "), which binds the four numbers together."));
  }

  /** A batch norm goes over samples, not over the four. */
  private static boolean binds(String kind) {
    return kind.contains("softmax") || (kind.contains("norm") && !kind.contains("batch"));
  }

  /** A cross-entropy of classes has the softmax within. */
  private static Optional<Finding> inTheLoss(Case patient) {
    return patient
        .evidence()
        .trace()
        .map(trace -> trace.start().loss())
        .filter(loss -> patient.couldBeBetter())
        .filter(loss -> loss.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "").contains(CLASSES))
        .filter(loss -> !loss.toLowerCase(Locale.ROOT).contains("binary"))
        .flatMap(
            loss ->
                found(
                    0.95,
                    "The loss is "
                        + loss
                        + ", which is made for classes: it puts the four outputs through a softmax."));
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
        .flatMap(numbers -> whatSumsToOne(numbers.rows()))
        .flatMap(which -> found(0.95, "In every row " + which + " sum to one."));
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
        .flatMap(p -> whatSumsToOne(p.predicted().stream().map(box -> shares(box, p)).toList()))
        .flatMap(
            which ->
                found(0.92, "As shares of the picture, " + which + " of every box sum to one."));
  }

  private static double[] shares(Box box, Predictions predictions) {
    double width = predictions.width();
    double height = predictions.height();
    return new double[] {
      box.xMin() / width, box.yMin() / height, box.xMax() / width, box.yMax() / height
    };
  }

  /**
   * All four, or two and two, as where each corner goes through a softmax of its own. Numbers at
   * the ends do not count: three sides at 0 and one at 1 are another illness.
   */
  private static Optional<String> whatSumsToOne(List<double[]> rows) {
    boolean within =
        rows.size() >= ENOUGH
            && rows.stream()
                .allMatch(row -> Arrays.stream(row).allMatch(v -> v > 0 && v < 1 - EXACT));
    if (within && rows.stream().allMatch(row -> isOne(Arrays.stream(row).sum()))) {
      return Optional.of("the four numbers");
    }
    return within && rows.stream().allMatch(row -> isOne(row[0] + row[1]) && isOne(row[2] + row[3]))
        ? Optional.of("the first two and the last two numbers")
        : Optional.empty();
  }

  private static boolean isOne(double sum) {
    return Math.abs(sum - 1) < EXACT;
  }
}
