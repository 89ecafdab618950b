package io.boxfit.doctor.rule;

import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.Predictions;
import java.util.Optional;

/**
 * What mirroring leaves behind where it was done by halves. One axis is not followed while the
 * other is: pictures were mirrored and their boxes were not. Or both are followed, and along one of
 * them boxes have no size: boxes were mirrored, and left and right did not change places.
 */
final class MirroredAlone implements Rule {
  private static final double FOLLOWS = 0.8;
  private static final double COLLAPSED = 0.5;
  private static final double RIGHT = 0.25;

  @Override
  public Optional<Finding> check(Case patient) {
    boolean trained = patient.evidence().trace().isPresent();
    if (patient.has(Condition.ONE_AXIS_ONLY)) {
      return found(
          trained ? 0.72 : 0.62,
          "A network that sees one axis sees the other: along it the boxes that it was given did not"
              + " belong to the pictures.");
    }
    return patient
        .evidence()
        .predictions()
        .filter(p -> p.size() >= LittleFollows.ENOUGH)
        .flatMap(p -> exchanged(p, trained ? 0.82 : 0.66));
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
