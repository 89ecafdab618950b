package io.boxfit.doctor.diagnosis;

import io.boxfit.core.metrics.Metrics;
import java.util.List;
import java.util.Optional;

/**
 * What the doctor says.
 *
 * @param verdict in a word
 * @param root the one cause that explains the rest; among {@code findings}; empty where there is
 *     none, or the evidence does not decide
 * @param findings the root first, then the rest, the worst first; what follows from another is
 *     folded into it
 * @param experiment what would decide, where the evidence does not
 * @param figures of the predictions, whatever is said of them; empty where there are none
 */
public record Diagnosis(
    Verdict verdict,
    Optional<Finding> root,
    List<Finding> findings,
    Optional<String> experiment,
    Optional<Metrics> figures) {

  /** Copies the list. */
  public Diagnosis {
    findings = List.copyOf(findings);
  }

  /** Of a training of which there are no predictions. */
  public Diagnosis(
      Verdict verdict,
      Optional<Finding> root,
      List<Finding> findings,
      Optional<String> experiment) {
    this(verdict, root, findings, experiment, Optional.empty());
  }

  /** How much a finding matters here: nothing is an error that makes nobody sick. */
  public Severity severity(Finding finding) {
    Severity own = finding.condition().severity();
    return own == Severity.ERROR && verdict != Verdict.SICK ? Severity.WARNING : own;
  }
}
