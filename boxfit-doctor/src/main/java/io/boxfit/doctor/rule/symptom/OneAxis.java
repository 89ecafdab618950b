package io.boxfit.doctor.rule.symptom;

import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.Following;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.Words;
import java.util.Optional;

/** The box goes along with the object along one axis and not along the other. */
public final class OneAxis implements Rule {
  private static final double FOLLOWS = 0.7;
  private static final double STAYS = 0.25;

  /** Along an axis on which true boxes hardly differ there is nothing to follow. */
  private static final double VARIES = 0.05;

  @Override
  public Optional<Finding> check(Case patient) {
    return patient
        .evidence()
        .predictions()
        .filter(p -> p.size() >= Following.ENOUGH)
        .flatMap(p -> look(Following.across(p), Following.down(p)));
  }

  private static Optional<Finding> look(Following across, Following down) {
    if (Math.min(across.varies(), down.varies()) < VARIES) {
      return Optional.empty();
    }
    boolean stuckAcross = Math.abs(across.slope()) < STAYS && down.slope() >= FOLLOWS;
    boolean stuckDown = Math.abs(down.slope()) < STAYS && across.slope() >= FOLLOWS;
    if (!stuckAcross && !stuckDown) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.seen(
            Condition.ONE_AXIS_ONLY,
            "For each pixel that the object moves "
                + (stuckAcross ? "up or down" : "across")
                + " the box moves by "
                + Words.figure(stuckAcross ? down.slope() : across.slope())
                + "; for each pixel "
                + (stuckAcross ? "across" : "up or down")
                + " by "
                + Words.figure(stuckAcross ? across.slope() : down.slope())
                + "."));
  }
}
