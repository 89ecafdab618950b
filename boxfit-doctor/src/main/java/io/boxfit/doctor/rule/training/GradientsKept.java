package io.boxfit.doctor.rule.training;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import java.util.Optional;

/** The gradients of a step were still there when the next one's were added to them. */
public final class GradientsKept implements Rule {

  @Override
  public Optional<Finding> check(Case patient) {
    return patient
        .evidence()
        .trace()
        .filter(trace -> !patient.good())
        .flatMap(
            trace ->
                trace.steps().stream()
                    .filter(step -> step.gradientsKept().orElse(false))
                    .findFirst())
        .map(GradientsKept::finding);
  }

  private static Finding finding(TraceEvent.Step step) {
    return Finding.suspected(
            Condition.GRADIENTS_NOT_CLEARED,
            0.98,
            "In step "
                + step.step()
                + " the gradients of the step before were still there, and the new ones were added"
                + " to them.")
        .since(step.step());
  }
}
