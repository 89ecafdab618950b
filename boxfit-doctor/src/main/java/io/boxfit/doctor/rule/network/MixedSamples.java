package io.boxfit.doctor.rule.network;

import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.AskedOtherwise;
import io.boxfit.doctor.evidence.TraceHistory;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.Words;
import java.util.Optional;

/** What is said of a picture depends on the other pictures of its batch. */
public final class MixedSamples implements Rule {
  /** Exactly 0 where each picture stands for itself. */
  private static final double HANGS = 1e-3;

  /** Of what the answers spread by; rounding alone is below a thousandth. */
  private static final double MIXED = 0.1;

  @Override
  public Optional<Finding> check(Case patient) {
    return hangsOnOthers(patient).or(() -> inAnotherOrder(patient));
  }

  private static Optional<Finding> hangsOnOthers(Case patient) {
    return patient
        .evidence()
        .trace()
        .filter(trace -> patient.couldBeBetter())
        .flatMap(TraceHistory::forward)
        .filter(told -> told.mixed().orElse(0) >= HANGS)
        .map(
            told ->
                Finding.suspected(
                    Condition.SAMPLES_MIXED,
                    patient.sure(0.96),
                    "What the network says of one picture hangs on another one of its batch, "
                        + Words.percent(told.mixed().orElseThrow())
                        + " as much as on the picture itself, before the first step already."));
  }

  private static Optional<Finding> inAnotherOrder(Case patient) {
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
