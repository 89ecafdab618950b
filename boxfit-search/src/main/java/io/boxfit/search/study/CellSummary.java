package io.boxfit.search.study;

import io.boxfit.core.metrics.Metrics;
import io.boxfit.search.trial.Ending;
import io.boxfit.search.trial.Trial;
import io.boxfit.search.trial.TrialResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * All starts of one cell.
 *
 * @param stage of the plan
 * @param factors that make the cell
 * @param results of its trials, in the order of the plan
 */
public record CellSummary(String stage, Map<String, Object> factors, List<TrialResult> results) {

  /** Copies the list. */
  public CellSummary {
    results = List.copyOf(results);
  }

  /** The cells of a study, in the order of the plan; trials without a result are left out. */
  public static List<CellSummary> of(Study study, Map<String, TrialResult> results) {
    Map<String, List<Trial>> cells = new LinkedHashMap<>();
    for (Trial trial : study.trials()) {
      if (results.containsKey(trial.key())) {
        cells.computeIfAbsent(trial.cell(), key -> new ArrayList<>()).add(trial);
      }
    }
    return cells.values().stream()
        .map(
            trials ->
                new CellSummary(
                    trials.get(0).stage(),
                    trials.get(0).factors(),
                    trials.stream().map(trial -> results.get(trial.key())).toList()))
        .toList();
  }

  /** How many trials ended in each way; ways that did not occur are left out. */
  public Map<Ending, Integer> endings() {
    Map<Ending, Integer> counts = new EnumMap<>(Ending.class);
    results.forEach(result -> counts.merge(result.ending(), 1, Integer::sum));
    return Collections.unmodifiableMap(counts);
  }

  /** The share of one ending, with its interval. */
  public Share share(Ending ending) {
    return Share.of(endings().getOrDefault(ending, 0), results.size());
  }

  /** The values of a figure, the smallest first. */
  public List<Double> sorted(ToDoubleFunction<Metrics> figure) {
    return results.stream().map(result -> figure.applyAsDouble(result.metrics())).sorted().toList();
  }

  /** The middle value of a figure; the mean of the middle two where their number is even. */
  public double median(ToDoubleFunction<Metrics> figure) {
    List<Double> sorted = sorted(figure);
    int size = sorted.size();
    return (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
  }
}
