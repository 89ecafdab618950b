package io.boxfit.doctor.rule.symptom;

import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.NumberAudit;
import io.boxfit.doctor.evidence.Predictions;
import io.boxfit.doctor.evidence.Side;
import io.boxfit.doctor.evidence.Stillness;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.Words;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The same box for every picture, at the mean of the truths or elsewhere, or a side that stands.
 */
public final class StillBox implements Rule {

  @Override
  public Optional<Finding> check(Case patient) {
    return patient
        .evidence()
        .numbers()
        .flatMap(StillBox::inPixels)
        .or(() -> patient.evidence().predictions().flatMap(StillBox::look))
        .map(finding -> since(patient, finding));
  }

  /** The same pixels for every picture are other shares of each, where the pictures differ. */
  private static Optional<Finding> inPixels(NumberAudit numbers) {
    return Optional.of(numbers.unstretched())
        .filter(predictions -> Stillness.of(predictions).everywhere())
        .flatMap(StillBox::look);
  }

  private static Optional<Finding> look(Predictions predictions) {
    Stillness stillness = Stillness.of(predictions);
    if (stillness.everywhere()) {
      boolean mean = stillness.atTheMean(predictions);
      return Optional.of(
          Finding.seen(
              mean ? Condition.MEAN_BOX : Condition.SAME_BOX,
              "No side of the predicted box moves by more than a tenth of what the truth does; it"
                  + " stands at "
                  + places(stillness)
                  + "."));
    }
    if (stillness.somewhere()) {
      return Optional.of(
          Finding.seen(
              Condition.PINNED_SIDE,
              "Of the predicted box "
                  + places(stillness)
                  + " does not move with the picture, while "
                  + stillness.moving().stream().map(Side::words).collect(Collectors.joining(", "))
                  + " does."));
    }
    return Optional.empty();
  }

  private static String places(Stillness stillness) {
    return stillness.still().stream()
        .map(side -> side.words() + " " + Words.pixels(side.moments(stillness.boxes()).mean()))
        .collect(Collectors.joining(", "));
  }

  private static Finding since(Case patient, Finding finding) {
    Predicate<Predictions> same = p -> !Stillness.of(p).still().isEmpty();
    return patient
        .evidence()
        .trace()
        .flatMap(trace -> trace.heldSince(same))
        .map(finding::since)
        .orElse(finding);
  }
}
