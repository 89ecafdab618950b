package io.boxfit.doctor.rule.symptom;

import io.boxfit.core.metrics.Metrics;
import io.boxfit.core.metrics.PerSide;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.Following;
import io.boxfit.doctor.evidence.Predictions;
import io.boxfit.doctor.evidence.Side;
import io.boxfit.doctor.evidence.Stillness;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.Words;
import java.util.Arrays;
import java.util.Optional;

/**
 * The box moves, but not with the picture, or one of two opposite sides does not, or it moves less
 * than the truth.
 *
 * <p>Of 50 pairs that have nothing to do with each other, the correlation of one side is beyond 0.3
 * once in 30 times; that all four are below it is the rule.
 */
public final class LittleFollows implements Rule {
  static final double TRACKS = 0.3;
  private static final double ALONE = 0.2;
  private static final double FOLLOWS = 0.7;
  private static final double SHRUNK = 0.7;

  @Override
  public Optional<Finding> check(Case patient) {
    return patient
        .evidence()
        .predictions()
        .filter(p -> p.size() >= Following.ENOUGH && Stillness.of(p).still().isEmpty())
        .flatMap(p -> look(p, patient.figures().orElseThrow()));
  }

  /** A side goes its own ways while the opposite one goes with the object. */
  private static Optional<Finding> oneOfTwo(Predictions predictions, PerSide tracking) {
    for (Side side : Side.values()) {
      boolean varies =
          2 * side.moments(predictions.truth()).deviation()
              > side.opposite().moments(predictions.truth()).deviation();
      if (varies && side.of(tracking) < ALONE && side.opposite().of(tracking) >= FOLLOWS) {
        return Optional.of(
            Finding.seen(
                Condition.PINNED_SIDE,
                "The "
                    + side.words()
                    + " side moves, but not with the object (correlation "
                    + Words.figure(side.of(tracking))
                    + "), while the "
                    + side.opposite().words()
                    + " one does ("
                    + Words.figure(side.opposite().of(tracking))
                    + ")."));
      }
    }
    return Optional.empty();
  }

  private static Optional<Finding> look(Predictions predictions, Metrics metrics) {
    double[] tracking =
        Arrays.stream(Side.values()).mapToDouble(s -> s.of(metrics.tracking())).toArray();
    if (2L * metrics.invalid() > metrics.samples()) {
      return Optional.empty();
    }
    if (Arrays.stream(tracking).max().orElseThrow() < TRACKS) {
      return Optional.of(
          Finding.seen(
              Condition.IGNORES_PICTURE,
              "The predicted box moves, but not with the object: no side's correlation with the"
                  + " truth reaches 0.3 (the highest is "
                  + Words.figure(Arrays.stream(tracking).max().orElseThrow())
                  + ")."));
    }
    Optional<Finding> alone = oneOfTwo(predictions, metrics.tracking());
    if (alone.isPresent()) {
      return alone;
    }
    double widest =
        Arrays.stream(Side.values())
            .mapToDouble(s -> s.of(metrics.spreadRatio()))
            .max()
            .orElseThrow();
    return widest >= SHRUNK
        ? Optional.empty()
        : Optional.of(
            Finding.seen(
                Condition.TOWARD_THE_MEAN,
                "No side moves by more than "
                    + Words.percent(widest)
                    + " of what the truth does: the box is drawn towards the mean."));
  }
}
