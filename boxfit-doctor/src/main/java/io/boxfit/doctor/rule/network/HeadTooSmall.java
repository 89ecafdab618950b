package io.boxfit.doctor.rule.network;

import io.boxfit.core.box.Box;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.Anatomy;
import io.boxfit.doctor.evidence.Following;
import io.boxfit.doctor.evidence.Passages;
import io.boxfit.doctor.evidence.Predictions;
import io.boxfit.doctor.evidence.TraceHistory;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Fewer than four numbers for four sides: in a layer, in what is given out, or in what is trained.
 */
public final class HeadTooSmall implements Rule {
  private static final long SIDES = 4;
  private static final double FOLLOWS = 0.5;

  /** Of the picture. */
  private static final double ALIKE = 1e-3;

  @Override
  public Optional<Finding> check(Case patient) {
    return patient.couldBeBetter()
        ? few(patient)
            .or(() -> squeezed(patient))
            .or(() -> sizesAlike(patient))
            .or(() -> narrow(patient, patient.setup().anatomy()))
        : Optional.empty();
  }

  /** Outputs, or what some layer is given, of fewer numbers than a box has. */
  private static Optional<Finding> few(Case patient) {
    return patient
        .evidence()
        .trace()
        .flatMap(trace -> trace.inputs())
        .map(told -> told.outputShape())
        .filter(shape -> shape.size() > 1 && !Passages.holdsBox(shape))
        .map(shape -> "The network gives numbers of shape " + shape + " for a batch")
        .or(
            () ->
                passages(patient)
                    .flatMap(Passages::narrow)
                    .map(layer -> layer.name() + " is given numbers of shape " + layer.given()))
        .or(
            () ->
                passages(patient)
                    .flatMap(way -> way.shortEnd(patient.setup().anatomy().kernels()))
                    .filter(layer -> patient.evidence().recipe().isEmpty())
                    .map(layer -> "The last layer gives numbers of shape " + layer.gives()))
        .map(
            what ->
                Finding.suspected(
                    Condition.HEAD_TOO_SMALL, patient.sure(0.93), what + ": a box has four."));
  }

  /** Four numbers for four sides leave nothing to work them out from. */
  private static Optional<Finding> squeezed(Case patient) {
    return passages(patient)
        .flatMap(way -> way.squeezing(patient.setup().anatomy().kernels()))
        .map(
            pool ->
                Finding.suspected(
                    Condition.HEAD_TOO_SMALL,
                    patient.sure(0.8),
                    "All that goes on from "
                        + pool.name()
                        + " are numbers of shape "
                        + pool.gives()
                        + ": no more for a picture than its box has sides."));
  }

  /** Two of the four numbers are no outputs: boxes have one size, and the loss pulls at it. */
  private static Optional<Finding> sizesAlike(Case patient) {
    boolean pulled =
        patient.evidence().trace().map(TraceHistory::pulls).orElse(List.of()).stream()
            .anyMatch(pull -> pull.gradient().size() == SIDES && !pull.gradient().contains(0.0));
    return patient
        .evidence()
        .predictions()
        .filter(seen -> pulled && seen.size() >= Following.ENOUGH && sizesAlike(seen))
        .map(
            seen ->
                Finding.suspected(
                    Condition.HEAD_TOO_SMALL,
                    patient.sure(0.95),
                    "All boxes have the same width and the same height to the last digit, and"
                        + " stand in many places: the size is not among what the network gives."));
  }

  private static boolean sizesAlike(Predictions seen) {
    List<Box> boxes = seen.predicted();
    return boxes.get(0).isProper()
        && range(boxes, Box::width) < ALIKE * seen.width()
        && range(boxes, Box::height) < ALIKE * seen.height()
        && range(boxes, Box::xMin) > FOLLOWS * range(seen.truth(), Box::xMin)
        && range(seen.truth(), Box::width) > 2 * ALIKE * seen.width();
  }

  private static double range(List<Box> boxes, ToDoubleFunction<Box> what) {
    double[] sorted = boxes.stream().mapToDouble(what).sorted().toArray();
    return sorted[sorted.length - 1] - sorted[0];
  }

  /** A layer of one number may be another head beside the boxes, where these do not fail. */
  private static Optional<Finding> narrow(Case patient, Anatomy network) {
    return network
        .narrowest()
        .filter(layer -> layer.units().orElseThrow() < SIDES)
        // Where the way through the network is known, that tells more than its list of layers.
        .filter(layer -> passages(patient).isEmpty())
        .map(
            layer ->
                Finding.suspected(
                    Condition.HEAD_TOO_SMALL,
                    patient.sure(0.9),
                    (patient.failingOrPoor()
                            ? "All four sides"
                            : "Unless it is another head, all four sides")
                        + " must pass through the "
                        + layer.units().orElseThrow()
                        + " numbers of "
                        + layer.name()
                        + "."));
  }

  private static Optional<Passages> passages(Case patient) {
    return Passages.of(patient.evidence());
  }
}
