package io.boxfit.search.trial;

import io.boxfit.model.recipe.Recipe;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One training that is planned.
 *
 * @param stage which part of the plan it belongs to
 * @param cell what is compared; trials of one cell differ in their start alone
 * @param factors what makes the cell, by name, in the order of the tables' columns
 * @param recipe of the training, one thread
 * @param judgedOn test samples that the result is measured on
 */
public record Trial(
    String stage, String cell, Map<String, String> factors, Recipe recipe, int judgedOn) {

  /** Keeps the factors' order. */
  public Trial {
    factors = Collections.unmodifiableMap(new LinkedHashMap<>(factors));
  }

  /** Names the trial within its study. */
  public String key() {
    return stage + "/" + cell + "/" + recipe.seed();
  }

  /** Pictures that are computed: those that are trained count three times, for their way back. */
  public long work() {
    return 3 * trained() + judgedOn;
  }

  /** Pictures that are trained, each as often as it is seen. */
  public long trained() {
    return recipe.steps() * recipe.batchSize();
  }
}
