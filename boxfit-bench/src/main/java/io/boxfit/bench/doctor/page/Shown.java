package io.boxfit.bench.doctor.page;

import io.boxfit.bench.drawing.Sheet;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Diagnosis;
import io.boxfit.doctor.diagnosis.Finding;
import java.util.List;

/**
 * A scene that was played.
 *
 * @param diagnosis what the doctor says of it
 * @param sheet what is drawn of it
 */
record Shown(Diagnosis diagnosis, Sheet sheet) {

  /** Whether the doctor finds the condition, or something that it follows from. */
  boolean shows(Condition condition) {
    return among(diagnosis.findings(), condition);
  }

  private static boolean among(List<Finding> findings, Condition condition) {
    return findings.stream()
        .anyMatch(f -> f.condition() == condition || among(f.consequences(), condition));
  }

  /** What the doctor says, for whoever expected something else. */
  List<String> said() {
    return diagnosis.findings().stream().map(finding -> finding.condition().code()).toList();
  }
}
