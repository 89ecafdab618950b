package io.boxfit.doctor.rule.network;

import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.Flows;
import io.boxfit.doctor.evidence.TraceHistory;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import java.util.Optional;

/**
 * How gradients of the first and the last layer compare, by AutoTrainer's thresholds (ICSE 2021):
 * vanishing below 1e-3 of the last and below 1e-4, exploding above 70 times the last. What vanishes
 * before anything was learned is no consequence of what was.
 */
public final class GradientFlow implements Rule {

  @Override
  public Optional<Finding> check(Case patient) {
    return patient
        .evidence()
        .trace()
        .filter(trace -> patient.couldBeBetter())
        .flatMap(trace -> look(patient, trace));
  }

  private static Optional<Finding> look(Case patient, TraceHistory trace) {
    Flows flows = Flows.of(trace);
    boolean fails = patient.failing();
    if (fails ? flows.vanishes() : flows.vanishesAtOnce()) {
      return Optional.of(
          Finding.suspected(
              Condition.VANISHING_GRADIENT,
              flows.vanishesAtOnce() ? patient.sure(0.75) : 0.6,
              "In most "
                  + (fails ? "" : "of the first ")
                  + "steps the first layer's gradient is below a thousandth of the last layer's"
                  + (flows.vanishesAtOnce() ? ", from the first ones on." : ".")));
    }
    return !flows.explodes() || !fails
        ? Optional.empty()
        : Optional.of(
            Finding.suspected(
                Condition.EXPLODING_GRADIENT,
                0.6,
                "In most steps the first layer's gradient is over 70 times the last layer's."));
  }
}
