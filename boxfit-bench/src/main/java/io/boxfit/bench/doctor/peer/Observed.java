package io.boxfit.bench.doctor.peer;

import io.boxfit.doctor.evidence.Evidence;
import io.boxfit.doctor.evidence.Output;
import io.boxfit.doctor.evidence.Setup;
import io.boxfit.doctor.evidence.TraceHistory;
import io.boxfit.model.recipe.Recipe;
import java.util.List;
import java.util.Optional;

/**
 * A training as it is shown to a tool.
 *
 * @param trace of it
 * @param recipe where it is known
 * @param firstWeights of each kernel, in the network's order; empty where they are not known
 */
public record Observed(
    TraceHistory trace, Optional<Recipe> recipe, List<WeightFigures> firstWeights) {

  /** Copies the list. */
  public Observed {
    firstWeights = List.copyOf(firstWeights);
  }

  /** With the first weights that the recipe says; none for a foreign trace without one. */
  public static Observed of(TraceHistory trace, Optional<Recipe> recipe) {
    return new Observed(trace, recipe, recipe.map(WeightFigures::of).orElse(List.of()));
  }

  /** What the network's numbers went through last. */
  Output head() {
    return setup().output();
  }

  /** How it was to be trained, by the recipe, else by the trace. */
  Setup setup() {
    return Setup.of(Evidence.of(recipe, trace));
  }
}
