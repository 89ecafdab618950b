package io.boxfit.doctor.rule;

import io.boxfit.core.metrics.PerSide;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.Predictions;
import io.boxfit.doctor.evidence.Side;
import java.util.Optional;

/** The box follows the object along one axis and not at all along the other. */
final class OneAxis implements Rule {
  private static final double FOLLOWS = 0.6;

  /** Along an axis on which true boxes hardly differ there is nothing to follow. */
  private static final double VARIES = 0.05;

  @Override
  public Optional<Finding> check(Case patient) {
    return patient
        .evidence()
        .predictions()
        .filter(p -> p.size() >= LittleFollows.ENOUGH && varies(p))
        .flatMap(p -> look(p.metrics().tracking()));
  }

  private static boolean varies(Predictions predictions) {
    for (Side side : Side.values()) {
      double spread = side.moments(predictions.truth()).deviation();
      if (spread < VARIES * side.extent(predictions)) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Finding> look(PerSide tracking) {
    double across = Math.max(tracking.left(), tracking.right());
    double down = Math.max(tracking.top(), tracking.bottom());
    boolean stuckAcross =
        across < LittleFollows.TRACKS && Math.min(tracking.top(), tracking.bottom()) >= FOLLOWS;
    boolean stuckDown =
        down < LittleFollows.TRACKS && Math.min(tracking.left(), tracking.right()) >= FOLLOWS;
    if (!stuckAcross && !stuckDown) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.seen(
            Condition.ONE_AXIS_ONLY,
            "The box follows the object "
                + (stuckAcross ? "up and down" : "across")
                + " (correlation "
                + Words.figure(stuckAcross ? down : across)
                + "), but not "
                + (stuckAcross ? "across" : "up and down")
                + " ("
                + Words.figure(stuckAcross ? across : down)
                + ")."));
  }
}
