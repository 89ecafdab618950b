package io.boxfit.doctor.rule.network;

import io.boxfit.core.metrics.Metrics;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.Anatomy;
import io.boxfit.doctor.evidence.AskedOtherwise;
import io.boxfit.doctor.evidence.Following;
import io.boxfit.doctor.evidence.Passages;
import io.boxfit.doctor.evidence.TrainedSamples;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import java.util.Optional;

/**
 * A pool over the whole map, or what else leaves one or two places of it, lets no position through.
 * Where a pool is not told, the boxes show one: their sizes go along with the object, their centres
 * do not.
 */
public final class LostPosition implements Rule {
  private static final double FOLLOWS = 0.5;
  private static final long FEW_PLACES = 2;

  /** Of mean IoU; borders tell a place to a network that has lost it otherwise. */
  private static final double WELL = 0.65;

  /** Of 128 boxes that have nothing to do with each other, once in 200 times. */
  private static final double SOME = 0.25;

  @Override
  public Optional<Finding> check(Case patient) {
    Anatomy network = patient.setup().anatomy();
    return patient.couldBeBetter()
        ? pooled(patient, network)
            .or(() -> placesLost(patient))
            .or(() -> sizesAlone(patient, network))
        : Optional.empty();
  }

  private static Optional<Finding> pooled(Case patient, Anatomy network) {
    return network
        .globalPool()
        // Where the way through the network is known, a pool may be one beside it.
        .filter(layer -> passages(patient).isEmpty())
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

  /** Whether boxes fit, and go along with a picture that is moved: the position is there. */
  private static boolean followsAll(Case patient) {
    double trained =
        patient
            .evidence()
            .trace()
            .flatMap(TrainedSamples::late)
            .map(TrainedSamples::meanIou)
            .orElse(0.0);
    double fits = Math.max(trained, patient.figures().map(Metrics::meanIou).orElse(0.0));
    return fits >= WELL
        && patient
            .evidence()
            .trace()
            .flatMap(AskedOtherwise::of)
            .filter(asked -> asked.across().isPresent() || asked.down().isPresent())
            .filter(asked -> Math.min(asked.across().orElse(1), asked.down().orElse(1)) > FOLLOWS)
            .isPresent();
  }

  private static Optional<Finding> placesLost(Case patient) {
    return followsAll(patient)
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

  private static Optional<Passages> passages(Case patient) {
    return Passages.of(patient.evidence());
  }

  private static Optional<Finding> sizesAlone(Case patient, Anatomy network) {
    return patient
        .evidence()
        .predictions()
        .filter(seen -> patient.failing() && seen.size() >= Following.ENOUGH)
        .filter(seen -> !network.flattensMaps() && passages(patient).isEmpty())
        .filter(seen -> Following.sizesAlone(seen, SOME))
        .map(
            seen ->
                Finding.suspected(
                    Condition.POSITION_LOST,
                    0.68,
                    "Boxes are as large as their objects and are not where these are: something"
                        + " between picture and box forgets places and keeps amounts."));
  }
}
