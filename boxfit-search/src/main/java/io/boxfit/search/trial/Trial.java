package io.boxfit.search.trial;

import io.boxfit.model.recipe.Recipe;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One training that is planned.
 *
 * @param stage which part of the plan it belongs to; its trials share their letters
 * @param factors what is compared, by name, in the order of the tables' columns: numbers or words.
 *     Trials of one stage with the same factors are a cell and differ in their start alone
 * @param recipe of the training, one thread; its test samples are what the result is measured on
 */
public record Trial(String stage, Map<String, Object> factors, Recipe recipe) {

  /** Keeps the factors' order. */
  public Trial {
    factors = Collections.unmodifiableMap(new LinkedHashMap<>(factors));
  }

  /** Names the trial's cell within its study. */
  public String cell() {
    return factors.values().stream()
        .map(String::valueOf)
        .collect(Collectors.joining(" ", stage + "/", ""));
  }

  /** Names the trial within its study. */
  public String key() {
    return cell() + "/" + recipe.seed();
  }

  /** Pictures that are trained, each as often as it is seen. */
  public long pictures() {
    return recipe.steps() * recipe.batchSize();
  }
}
