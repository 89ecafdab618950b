package io.boxfit.doctor.rule.data;

import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.CrossedTargets;
import io.boxfit.doctor.evidence.Following;
import io.boxfit.doctor.evidence.Predictions;
import io.boxfit.doctor.evidence.TraceHistory;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.Words;
import java.util.Optional;

/**
 * What mirroring leaves behind where it was done by halves. One axis is not followed, or less by
 * 0.3, while the other is: pictures were mirrored, always or sometimes, and their boxes were not.
 * Or both are followed, and along one of them boxes have no size: boxes were mirrored, and left and
 * right did not change places. Or neither is, and sizes are right. Or the boxes that are trained
 * are seen to have left and right exchanged.
 */
public final class MirroredAlone implements Rule {
  private static final double FOLLOWS = 0.8;
  private static final double COLLAPSED = 0.5;
  private static final double RIGHT = 0.25;
  private static final double WELL = 0.85;
  private static final double TOO_FAR = 2;
  private static final double SIZES = 0.6;
  private static final double LESS = 0.3;

  @Override
  public Optional<Finding> check(Case patient) {
    boolean trained = patient.evidence().trace().isPresent();
    Optional<Finding> crossed = patient.evidence().trace().flatMap(t -> crossed(patient, t));
    if (crossed.isPresent()) {
      return crossed;
    }
    if (patient.has(Condition.ONE_AXIS_ONLY)) {
      return found(
          // Predictions alone do not tell what was trained.
          trained ? 0.72 : 0.55,
          "A network that sees one axis sees the other: along it the boxes that it was given did not"
              + " belong to the pictures.");
    }
    return patient
        .evidence()
        .predictions()
        .filter(p -> p.size() >= Following.ENOUGH)
        .flatMap(
            p ->
                exchanged(p, trained ? 0.82 : 0.66)
                    .or(() -> trained ? sometimes(patient, p) : Optional.empty())
                    .or(() -> trained ? bothWays(patient, p) : Optional.empty()));
  }

  /** Of the boxes that are trained some have left and right, or top and bottom, exchanged. */
  private static Optional<Finding> crossed(Case patient, TraceHistory trace) {
    return CrossedTargets.of(trace)
        .filter(seen -> patient.failingOrPoor() && seen.areSome())
        .flatMap(
            seen ->
                found(
                    0.9,
                    "Of the boxes that are trained "
                        + Words.percent(seen.across())
                        + " have left and right in each other's place and "
                        + Words.percent(seen.down())
                        + " top and bottom, and are otherwise as large as they should be."));
  }

  /** Where less than half is mirrored, the box goes less far along that axis. */
  private static Optional<Finding> sometimes(Case patient, Predictions seen) {
    double across = Following.across(seen).slope();
    double down = Following.down(seen).slope();
    boolean along =
        Math.max(across, down) >= WELL
            && Math.max(across, down) <= TOO_FAR
            && Math.abs(across - down) >= LESS;
    return !along || patient.good()
        ? Optional.empty()
        : found(
            patient.sure(0.7),
            "For each pixel that the object moves across the box moves by "
                + Words.figure(across)
                + ", for each pixel up or down by "
                + Words.figure(down)
                + ": along one axis some of the boxes that it was given did not belong to the"
                + " pictures.");
  }

  private static Optional<Finding> bothWays(Case patient, Predictions seen) {
    return patient.failing()
            && patient.setup().anatomy().flattensMaps()
            && Following.sizesAlone(seen, SIZES)
        ? found(
            0.68,
            "Boxes are as large as their objects and stand in the middle: pictures were turned or"
                + " mirrored both ways, and their boxes were not.")
        : Optional.empty();
  }

  private static Optional<Finding> exchanged(Predictions seen, double confidence) {
    Following across = Following.across(seen);
    Following down = Following.down(seen);
    boolean both = Math.min(across.slope(), down.slope()) >= FOLLOWS;
    boolean thin = Math.abs(across.size()) < COLLAPSED && Math.abs(down.size() - 1) < RIGHT;
    boolean flat = Math.abs(down.size()) < COLLAPSED && Math.abs(across.size() - 1) < RIGHT;
    return both && (thin || flat)
        ? found(
            confidence,
            "Centres go along with the object and boxes have their "
                + (thin ? "height" : "width")
                + ", but their "
                + (thin ? "width" : "height")
                + " is "
                + Words.percent(thin ? across.size() : down.size())
                + " of the truth's: in some of the samples "
                + (thin ? "left and right" : "top and bottom")
                + " stand in each other's place.")
        : Optional.empty();
  }

  private static Optional<Finding> found(double confidence, String evidence) {
    return Optional.of(Finding.suspected(Condition.MIRRORED_ALONE, confidence, evidence));
  }
}
