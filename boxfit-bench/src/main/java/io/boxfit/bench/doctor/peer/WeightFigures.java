package io.boxfit.bench.doctor.peer;

import io.boxfit.core.random.Seed;
import io.boxfit.model.layer.Parameter;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.train.engine.ParameterLayout;
import java.util.Arrays;
import java.util.List;

/**
 * A kernel before the first step.
 *
 * @param layer whose kernel it is
 * @param mean of its numbers
 * @param variance of all its numbers
 */
public record WeightFigures(String layer, double mean, double variance) {

  /** Of every kernel, in the network's order; empty where training began with given weights. */
  static List<WeightFigures> of(Recipe recipe) {
    if (recipe.initFrom().isPresent()) {
      return List.of();
    }
    ParameterLayout layout = ParameterLayout.of(recipe.network());
    float[] start = layout.initial(new Seed(recipe.seed()), recipe.initializer());
    return layout.slots().stream()
        .filter(slot -> slot.parameter().parameter().role() == Parameter.Role.KERNEL)
        .map(
            slot ->
                of(
                    slot.parameter().node().name(),
                    Arrays.copyOfRange(start, slot.offset(), slot.offset() + slot.length())))
        .toList();
  }

  private static WeightFigures of(String layer, float[] kernel) {
    double sum = 0;
    for (float weight : kernel) {
      sum += weight;
    }
    double mean = sum / kernel.length;
    double squares = 0;
    for (float weight : kernel) {
      squares += (weight - mean) * (weight - mean);
    }
    return new WeightFigures(layer, mean, squares / kernel.length);
  }
}
