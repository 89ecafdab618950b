package io.boxfit.doctor.rule;

import io.boxfit.core.box.Box;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.Anatomy;
import io.boxfit.doctor.evidence.AskedOtherwise;
import io.boxfit.doctor.evidence.Passages;
import io.boxfit.doctor.evidence.Predictions;
import io.boxfit.doctor.evidence.TraceHistory;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What a network is built of lets no position through: dropouts that set 0.6 or more to zero, one
 * after another (UMLAUT warns from a half on, which boxes often stand), fewer than four numbers for
 * four sides, or a pool over the whole map. Where a pool is not told, the boxes show one: their
 * sizes go along with the object, their centres do not.
 */
final class LostPosition implements Rule {
  private static final double DROPPED = 0.6;
  private static final long SIDES = 4;
  private static final double STAYS = 0.3;
  private static final double FOLLOWS = 0.5;
  private static final long FEW_PLACES = 2;

  /** Of the picture. */
  private static final double ALIKE = 1e-3;

  /** Of mean IoU; borders tell a place to a network that has lost it otherwise. */
  private static final double WELL = 0.65;

  /** Of 128 boxes that have nothing to do with each other, once in 200 times. */
  private static final double SOME = 0.25;

  @Override
  public Optional<Finding> check(Case patient) {
    Anatomy network = patient.setup().anatomy();
    return patient.couldBeBetter()
        ? dropped(patient, network)
            .or(() -> few(patient))
            .or(() -> sizesAlike(patient))
            .or(() -> narrow(patient, network))
            .or(() -> pooled(patient, network))
            .or(() -> placesLost(patient))
            .or(() -> sizesAlone(patient, network))
        : Optional.empty();
  }

  private static Optional<Finding> dropped(Case patient, Anatomy network) {
    return network.dropped() < DROPPED
        ? Optional.empty()
        : Optional.of(
            Finding.suspected(
                Condition.DROPOUT_TOO_HIGH,
                patient.sure(0.82),
                "Dropout sets "
                    + Words.percent(network.dropped())
                    + " of the numbers to zero: in training hardly anything of the picture comes"
                    + " through."));
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

  private static Optional<Finding> pooled(Case patient, Anatomy network) {
    return network
        .globalPool()
        .map(
            layer ->
                Finding.suspected(
                    Condition.POSITION_LOST,
                    patient.sure(0.8),
                    layer.name()
                        + " ("
                        + layer.kind()
                        + ") makes one number of each map, wherever on it something is."));
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
                    Condition.HEAD_TOO_SMALL, patient.sure(0.93), what + ": a box has four."))
        .or(() -> squeezed(patient));
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

  private static Optional<Finding> placesLost(Case patient) {
    boolean follows =
        patient.figures().filter(figures -> figures.meanIou() >= WELL).isPresent()
            && patient
                .evidence()
                .trace()
                .flatMap(AskedOtherwise::of)
                .filter(
                    asked -> Math.max(asked.across().orElse(0), asked.down().orElse(0)) > FOLLOWS)
                .isPresent();
    return follows
        ? Optional.empty()
        : passages(patient)
            .flatMap(way -> way.lost(FEW_PLACES))
            .map(
                lost ->
                    Finding.suspected(
                        Condition.POSITION_LOST,
                        patient.sure(0.85),
                        "Of the "
                            + lost.before()
                            + " places of the maps at "
                            + lost.at()
                            + " "
                            + lost.left()
                            + (lost.left() == 1 ? " goes on." : " go on.")));
  }

  /** Two of the four numbers are no outputs: boxes have one size, and the loss pulls at it. */
  private static Optional<Finding> sizesAlike(Case patient) {
    boolean pulled =
        patient.evidence().trace().map(TraceHistory::pulls).orElse(List.of()).stream()
            .anyMatch(pull -> pull.gradient().size() == SIDES && !pull.gradient().contains(0.0));
    return patient
        .evidence()
        .predictions()
        .filter(seen -> pulled && seen.size() >= LittleFollows.ENOUGH && sizesAlike(seen))
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

  private static Optional<Passages> passages(Case patient) {
    return Passages.of(patient.evidence());
  }

  private static Optional<Finding> sizesAlone(Case patient, Anatomy network) {
    return patient
        .evidence()
        .predictions()
        .filter(seen -> patient.failing() && seen.size() >= LittleFollows.ENOUGH)
        .filter(seen -> !network.flattensMaps() && passages(patient).isEmpty())
        .filter(seen -> sizesAlone(seen, SOME))
        .map(
            seen ->
                Finding.suspected(
                    Condition.POSITION_LOST,
                    0.68,
                    "Boxes are as large as their objects and are not where these are: something"
                        + " between picture and box forgets places and keeps amounts."));
  }

  /** Whether centres do not follow, and sizes do with a correlation of at least so much. */
  static boolean sizesAlone(Predictions seen, double least) {
    Following across = Following.across(seen);
    Following down = Following.down(seen);
    return Math.max(Math.abs(across.slope()), Math.abs(down.slope())) < STAYS
        && Math.min(across.sizes(), down.sizes()) >= least;
  }
}
