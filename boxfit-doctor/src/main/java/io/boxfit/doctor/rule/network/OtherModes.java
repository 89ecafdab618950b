package io.boxfit.doctor.rule.network;

import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.AskedOtherwise;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.Words;
import java.util.Optional;

/**
 * A network that says other things in training than in use, whatever its layers are called: dropout
 * gives another answer each time, batch norm's statistics another one in use.
 */
public final class OtherModes implements Rule {
  /** Of the truth's spread. */
  private static final double NOISY = 0.2;

  static final double TWICE = 0.02;

  private static final double HALF = 0.5;

  @Override
  public Optional<Finding> check(Case patient) {
    return patient
        .evidence()
        .trace()
        .filter(trace -> patient.couldBeBetter())
        .flatMap(AskedOtherwise::of)
        .flatMap(asked -> inUse(patient, asked).or(() -> otherwise(patient, asked)));
  }

  private static Optional<Finding> inUse(Case patient, AskedOtherwise asked) {
    return asked.repeated() < TWICE
        ? Optional.empty()
        : Optional.of(
            Finding.suspected(
                Condition.DROPOUT_TOO_HIGH,
                patient.sure(0.94),
                "Asked twice about the same pictures in use, the network says boxes that differ by "
                    + Words.percent(asked.repeated())
                    + " of what true boxes differ by: a dropout is at work where it must not be,"
                    + " such as F.dropout without training=self.training."));
  }

  /**
   * Whether all dropouts that the network lists leave half of the numbers or more, and all of the
   * outputs: boxes that are hard to find are then as uncertain as their noise.
   */
  private static boolean littleIsDropped(Case patient) {
    double dropped = patient.setup().anatomy().dropped();
    return dropped > 0
        && dropped < HALF
        && patient.behindLastKernel().stream().allMatch(layer -> layer.share().isEmpty());
  }

  private static Optional<Finding> otherwise(Case patient, AskedOtherwise asked) {
    if (asked.isOffInUse()) {
      return Optional.of(
          Finding.suspected(
              Condition.BATCH_NORM_NOT_SETTLED,
              patient.sure(0.95),
              "The same pictures, asked as in training, give boxes that are off by "
                  + Words.percent(asked.errorInTraining())
                  + " of what true boxes differ by; in use they are off by "
                  + Words.percent(asked.errorInUse())
                  + ": what is used for mean and deviation is not what was trained with."));
    }
    return asked.noise() < NOISY || littleIsDropped(patient)
        ? Optional.empty()
        : Optional.of(
            Finding.suspected(
                Condition.DROPOUT_TOO_HIGH,
                patient.sure(0.9),
                "Asked twice about the same pictures as in training, the network says boxes that"
                    + " differ by "
                    + Words.percent(asked.noise())
                    + " of what true boxes differ by: so much dropout leaves no position."));
  }
}
