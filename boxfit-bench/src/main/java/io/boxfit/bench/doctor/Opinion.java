package io.boxfit.bench.doctor;

import io.boxfit.doctor.Doctor;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Diagnosis;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.diagnosis.Verdict;
import io.boxfit.doctor.evidence.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the doctor says of one patient.
 *
 * @param sick whether it says so
 * @param right whether its first finding is what was injected
 * @param said the code of the first finding, empty where there was none
 */
record Opinion(boolean sick, boolean right, String said) {

  static Opinion of(Evidence evidence, Set<Condition> injected) {
    return of(Doctor.examine(evidence), injected);
  }

  static Opinion of(Diagnosis diagnosis, Set<Condition> injected) {
    List<Finding> findings = diagnosis.findings();
    Optional<Condition> first = findings.stream().map(Finding::condition).findFirst();
    return new Opinion(
        diagnosis.verdict() == Verdict.SICK,
        first.filter(injected::contains).isPresent(),
        first.map(Condition::code).orElse(""));
  }

  /** Whether the fault was noticed: said to be sick, or warned of by its name. */
  boolean noticed() {
    return sick || right;
  }
}
