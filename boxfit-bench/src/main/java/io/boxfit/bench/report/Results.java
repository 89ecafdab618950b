package io.boxfit.bench.report;

import io.boxfit.bench.figures.Comparison;
import java.util.List;
import java.util.Map;

/**
 * All that one run of the benchmarks found.
 *
 * @param command that was given
 * @param machine facts by name, in order
 * @param comparisons in the order in which they were measured
 * @param notes sentences: what was left out and why, what else was seen
 */
public record Results(
    String command, Map<String, String> machine, List<Comparison> comparisons, List<String> notes) {

  /** Copies the lists. */
  public Results {
    comparisons = List.copyOf(comparisons);
    notes = List.copyOf(notes);
  }
}
