package io.boxfit.search.study;

import io.boxfit.search.trial.Ending;
import io.boxfit.search.trial.Trial;
import io.boxfit.search.trial.TrialResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All trials of a balanced stage that share one level of one factor, whatever their other factors
 * are: those are the same mixture for each level, so that levels can be compared.
 *
 * @param factor its name, or the names of factors that belong together
 * @param level of it
 * @param trials how many
 * @param converged the share that did
 * @param meanIou of all of them, the failed ones included
 */
public record MainEffect(String factor, String level, int trials, Share converged, double meanIou) {

  /**
   * The effects in one stage; trials without a result are left out.
   *
   * @param study whose stage it is
   * @param stage its name
   * @param factors those to look at; several names in one list are one factor
   */
  public static List<MainEffect> of(
      Study study, Map<String, TrialResult> results, String stage, List<List<String>> factors) {
    List<MainEffect> effects = new ArrayList<>();
    for (List<String> factor : factors) {
      Map<String, List<TrialResult>> levels = new LinkedHashMap<>();
      for (Trial trial : study.trials()) {
        if (trial.stage().equals(stage) && results.containsKey(trial.key())) {
          levels
              .computeIfAbsent(level(trial, factor), level -> new ArrayList<>())
              .add(results.get(trial.key()));
        }
      }
      levels.forEach((level, same) -> effects.add(effect(String.join(", ", factor), level, same)));
    }
    return effects;
  }

  private static String level(Trial trial, List<String> factor) {
    return factor.stream()
        .map(name -> String.valueOf(trial.factors().get(name)))
        .collect(Collectors.joining(" "));
  }

  private static MainEffect effect(String factor, String level, List<TrialResult> results) {
    long converged = results.stream().filter(r -> r.ending() == Ending.CONVERGED).count();
    double iou = results.stream().mapToDouble(r -> r.metrics().meanIou()).average().orElse(0);
    return new MainEffect(
        factor, level, results.size(), Share.of((int) converged, results.size()), iou);
  }
}
