package io.boxfit.doctor.rule;

import io.boxfit.doctor.diagnosis.Finding;
import java.util.Optional;

/** Looks at a case for one thing. */
@FunctionalInterface
public interface Rule {

  /** What it finds; empty where it finds nothing, or is not shown what it needs. */
  Optional<Finding> check(Case patient);
}
