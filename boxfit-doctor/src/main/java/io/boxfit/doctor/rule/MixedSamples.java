package io.boxfit.doctor.rule;

import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.AskedOtherwise;
import java.util.Optional;

/** What is said of a picture depends on the other pictures of its batch. */
final class MixedSamples implements Rule {
  /** Of what the answers spread by; rounding alone is below a thousandth. */
  private static final double MIXED = 0.1;

  @Override
  public Optional<Finding> check(Case patient) {
    return patient
        .evidence()
        .trace()
        .filter(trace -> patient.couldBeBetter())
        .flatMap(AskedOtherwise::of)
        .filter(asked -> asked.mixed() >= MIXED && asked.repeated() < OtherModes.TWICE)
        .map(
            asked ->
                Finding.suspected(
                    Condition.SAMPLES_MIXED,
                    patient.sure(0.95),
                    "Asked about the same pictures in another order, the network says boxes that"
                        + " differ by "
                        + Words.percent(asked.mixed())
                        + " of what its boxes differ by."));
  }
}
