package io.boxfit.app.command;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.Doctor;
import io.boxfit.doctor.diagnosis.ConditionText;
import io.boxfit.doctor.diagnosis.Diagnosis;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.diagnosis.Verdict;
import io.boxfit.doctor.evidence.Evidence;
import io.boxfit.doctor.evidence.TraceHistory;
import io.boxfit.model.recipe.Recipe;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the doctor says of a run of one's own. */
final class RunDoctor {
  private RunDoctor() {}

  /** The diagnosis; empty where the trace has no first line. */
  static Optional<Diagnosis> of(Recipe recipe, List<TraceEvent> trace) {
    return TraceHistory.of(trace)
        .map(history -> Doctor.examine(Evidence.of(Optional.of(recipe), history)));
  }

  /** The diagnosis in a line. */
  static String line(Diagnosis diagnosis) {
    String word = diagnosis.verdict().name().toLowerCase(Locale.ROOT);
    if (diagnosis.verdict() != Verdict.SICK) {
      return word;
    }
    Finding first = diagnosis.findings().get(0);
    return word
        + ": "
        + ConditionText.of(first.condition()).title()
        + " ["
        + first.condition().code()
        + "]";
  }
}
