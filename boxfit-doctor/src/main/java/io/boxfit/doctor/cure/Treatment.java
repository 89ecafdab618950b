package io.boxfit.doctor.cure;

import io.boxfit.doctor.diagnosis.Diagnosis;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.diagnosis.Severity;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which findings are treated at once. */
public final class Treatment {
  /** From here on a root is treated alone. */
  private static final double SURE = 0.8;

  /** From here on a finding is treated at all. */
  private static final double LIKELY = 0.6;

  private Treatment() {}

  /**
   * Findings to treat, the first choice first: the root alone where it is named for sure, since
   * what else is found may come of it; other causes that stand beside it, too; what would merely
   * make it better.
   *
   * @return three lists, each in the order of the diagnosis; empty ones among them
   */
  public static Stream<List<Finding>> choices(Diagnosis diagnosis) {
    Predicate<Finding> root = finding -> diagnosis.root().filter(finding::equals).isPresent();
    return Stream.<Predicate<Finding>>of(
            root.and(finding -> finding.confidence() >= SURE),
            root.or(finding -> finding.condition().severity() == Severity.ERROR),
            finding -> finding.condition().severity() == Severity.WARNING)
        .map(
            treated ->
                diagnosis.findings().stream()
                    .filter(treated.and(finding -> finding.confidence() >= LIKELY))
                    .toList());
  }
}
