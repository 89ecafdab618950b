package io.boxfit.bench.doctor.peer;

import io.boxfit.doctor.diagnosis.Condition;
import java.util.Set;

/**
 * One thing that a tool complains of.
 *
 * @param rule in the tool's own words
 * @param means what it could be taken for, generously; empty where the doctor knows nothing like it
 */
public record Complaint(String rule, Set<Condition> means) {

  /** Copies the set. */
  public Complaint {
    means = Set.copyOf(means);
  }
}
