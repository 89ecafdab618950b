package io.boxfit.doctor.rule.symptom;

import io.boxfit.core.box.Box;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.Predictions;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import java.util.List;
import java.util.Optional;

/** A loss or a box that is no finite number; one is enough. */
public final class NotANumber implements Rule {

  @Override
  public Optional<Finding> check(Case patient) {
    return patient
        .evidence()
        .trace()
        .flatMap(
            trace -> trace.steps().stream().filter(s -> !Double.isFinite(s.loss())).findFirst())
        .map(NotANumber::loss)
        .or(() -> patient.evidence().predictions().flatMap(NotANumber::boxes));
  }

  private static Finding loss(TraceEvent.Step step) {
    String what = Double.isNaN(step.loss()) ? "not a number" : "infinite";
    return Finding.seen(
            Condition.NOT_A_NUMBER, "The loss is " + what + " in step " + step.step() + ".")
        .since(step.step());
  }

  private static Optional<Finding> boxes(Predictions predictions) {
    long lost = lost(predictions.predicted());
    return lost == 0
        ? Optional.empty()
        : Optional.of(
            Finding.seen(
                Condition.NOT_A_NUMBER,
                lost + " of " + predictions.size() + " predicted boxes are not finite numbers."));
  }

  private static long lost(List<Box> boxes) {
    return boxes.stream().filter(box -> !box.isFinite()).count();
  }
}
