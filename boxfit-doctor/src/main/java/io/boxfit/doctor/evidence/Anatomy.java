package io.boxfit.doctor.evidence;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.evidence.Setup.Output;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * What a network is built of, in the words of whatever framework.
 *
 * @param layers in the order of the network; none where it was not told
 */
public record Anatomy(List<TraceEvent.Layer> layers) {
  /** Nobody told. */
  public static final Anatomy UNKNOWN = new Anatomy(List.of());

  /** Copies the list. */
  public Anatomy {
    layers = List.copyOf(layers);
  }

  /**
   * What the four numbers go through last. A softmax is not believed from a list of layers, which
   * may stand in another order than they are used in: its numbers show it.
   */
  Output output() {
    if (layers.isEmpty()) {
      return Output.UNKNOWN;
    }
    return switch (kind(layers.get(layers.size() - 1))) {
      case "sigmoid" -> Output.SIGMOID;
      case "relu" -> Output.RELU;
      default -> Output.UNKNOWN;
    };
  }

  /** A pool that leaves one place of the whole map, if there is one. */
  public Optional<TraceEvent.Layer> globalPool() {
    return layers.stream()
        .filter(
            layer ->
                kind(layer).startsWith("global")
                    || (kind(layer).startsWith("adaptive") && layer.units().orElse(0) == 1))
        .findFirst();
  }

  /** The largest share that a dropout sets to zero. */
  public OptionalDouble dropout() {
    return layers.stream()
        .filter(layer -> layer.share().isPresent())
        .mapToDouble(layer -> layer.share().orElseThrow())
        .max();
  }

  /** The most that a batch norm keeps of its moving statistics in one step. */
  public OptionalDouble momentum() {
    return layers.stream()
        .filter(layer -> layer.momentum().isPresent())
        .mapToDouble(layer -> layer.momentum().orElseThrow())
        .max();
  }

  /** The dense layer with the fewest outputs before the last one. */
  public Optional<TraceEvent.Layer> narrowest() {
    List<TraceEvent.Layer> dense =
        layers.stream()
            .filter(layer -> kind(layer).equals("dense") || kind(layer).equals("linear"))
            .filter(layer -> layer.units().isPresent())
            .toList();
    return IntStream.range(0, Math.max(0, dense.size() - 1))
        .mapToObj(dense::get)
        .min((a, b) -> Long.compare(a.units().orElseThrow(), b.units().orElseThrow()));
  }

  private static String kind(TraceEvent.Layer layer) {
    return layer.kind().toLowerCase(Locale.ROOT);
  }
}
