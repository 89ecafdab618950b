package io.boxfit.search.study;

import io.boxfit.core.BadInputException;
import io.boxfit.core.digest.Sha256;
import io.boxfit.model.recipe.RecipeYaml;
import io.boxfit.search.trial.Trial;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A planned set of trials that are compared in one table.
 *
 * @param name of the study
 * @param trials in the order in which they are begun; each with a key of its own
 */
public record Study(String name, List<Trial> trials) {

  /** Copies the list. */
  public Study {
    trials = List.copyOf(trials);
    Set<String> keys = new HashSet<>();
    for (Trial trial : trials) {
      if (!keys.add(trial.key())) {
        throw new IllegalArgumentException("two trials are called " + trial.key());
      }
      if (trial.recipe().threads() != 1) {
        throw new BadInputException(trial.key() + ": a trial of a study trains on one thread");
      }
    }
  }

  /** Identifies the plan: the digest of every trial's key and recipe. */
  public String digest() {
    Sha256 digest = new Sha256();
    for (Trial trial : trials) {
      digest.add(trial.key() + " ");
      digest.add(RecipeYaml.digest(trial.recipe()));
    }
    return digest.hex();
  }

  /** Pictures that are trained in all. */
  public long pictures() {
    return trials.stream().mapToLong(Trial::pictures).sum();
  }

  /** The first trial of each stage, by the stage's name, in order. */
  public Map<String, Trial> stages() {
    Map<String, Trial> first = new LinkedHashMap<>();
    trials.forEach(trial -> first.putIfAbsent(trial.stage(), trial));
    return first;
  }
}
