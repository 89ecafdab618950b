package io.boxfit.bench.doctor.peer;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.model.network.NodeParameter;
import io.boxfit.model.recipe.Recipe;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of layers beside how they move.
 *
 * @param sizes trained parameters of each layer by name; none where there is no recipe
 * @param outline all layers in the network's order; none where it was not told
 */
record Layers(Map<String, Long> sizes, List<TraceEvent.Layer> outline) {

  static Layers of(Observed training) {
    Map<String, Long> sizes = new HashMap<>();
    training.recipe().ifPresent(recipe -> count(recipe, sizes));
    return new Layers(Map.copyOf(sizes), training.setup().anatomy().layers());
  }

  private static void count(Recipe recipe, Map<String, Long> sizes) {
    for (NodeParameter parameter : recipe.network().parameters()) {
      if (parameter.parameter().role().trained()) {
        sizes.merge(parameter.node().name(), parameter.parameter().shape().elements(), Long::sum);
      }
    }
  }

  /** Trained parameters of a layer; 1 where it is not known. */
  long size(String layer) {
    return sizes.getOrDefault(layer, 1L);
  }

  /** Whether a layer is dense: by its kind, else by its name. */
  boolean isDense(String layer) {
    String word =
        outline.stream()
            .filter(known -> known.name().equals(layer))
            .map(TraceEvent.Layer::kind)
            .findFirst()
            .orElse(layer)
            .toLowerCase(Locale.ROOT);
    return word.contains("dense") || word.contains("linear") || word.startsWith("fc");
  }

  /**
   * The share of a layer's units that give nothing: of one whose next activation is a ReLU, those
   * without a gradient; 0 of any other, whose units may lack one for other reasons. Where the
   * network's layers are not known, every layer counts as one with a ReLU.
   */
  double deadShare(String layer, TraceEvent.LayerState state) {
    return outline.isEmpty() || activationAfter(layer).filter("relu"::equals).isPresent()
        ? state.deadShare().orElse(0)
        : 0;
  }

  private Optional<String> activationAfter(String layer) {
    return outline.stream()
        .dropWhile(known -> !known.name().equals(layer))
        .map(TraceEvent.Layer::kind)
        .filter(Activations::isOne)
        .map(kind -> kind.toLowerCase(Locale.ROOT))
        .findFirst();
  }

  /** The network's first activation, in small letters. */
  Optional<String> firstActivation() {
    return outline.stream()
        .map(TraceEvent.Layer::kind)
        .filter(Activations::isOne)
        .map(kind -> kind.toLowerCase(Locale.ROOT))
        .findFirst();
  }

  /**
   * What stands for the mean of a gradient's absolute values: their root mean square, norm /
   * sqrt(n), which is never less (a quarter more where they are normally distributed). Where n is
   * not known, the norm itself.
   */
  double meanGradient(String layer, TraceEvent.LayerState state) {
    return state.gradientNorm() / Math.sqrt((double) size(layer));
  }
}
