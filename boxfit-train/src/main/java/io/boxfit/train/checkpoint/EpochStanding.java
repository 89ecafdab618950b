package io.boxfit.train.checkpoint;

import io.boxfit.model.schedule.Plateau;
import io.boxfit.model.schedule.Reduction;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the figures of epochs have led to so far.
 *
 * @param reduction of the learning rate
 * @param stopping the plateau that early stopping looks at
 */
record EpochStanding(Reduction reduction, Plateau stopping) {

  /** As words of a checkpoint. */
  Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("reduction.best", Double.toString(reduction.plateau().best()));
    words.put("reduction.badEpochs", Integer.toString(reduction.plateau().badEpochs()));
    words.put("reduction.cooldown", Integer.toString(reduction.cooldown()));
    words.put("reduction.factor", Double.toString(reduction.factor()));
    words.put("stopping.best", Double.toString(stopping.best()));
    words.put("stopping.badEpochs", Integer.toString(stopping.badEpochs()));
    return words;
  }

  /**
   * Reads words; what is absent is as it stands here.
   *
   * @throws NumberFormatException if a word is not a number
   * @throws io.boxfit.core.BadInputException if a number is impossible
   */
  EpochStanding with(Map<String, String> words) {
    Map<String, String> all = words();
    all.replaceAll(words::getOrDefault);
    return new EpochStanding(
        new Reduction(
            plateau(all, "reduction"),
            Integer.parseInt(all.get("reduction.cooldown")),
            Double.parseDouble(all.get("reduction.factor"))),
        plateau(all, "stopping"));
  }

  private static Plateau plateau(Map<String, String> words, String of) {
    return new Plateau(
        Double.parseDouble(words.get(of + ".best")),
        Integer.parseInt(words.get(of + ".badEpochs")));
  }
}
