package io.boxfit.model.network;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.model.layer.BatchNorm;
import io.boxfit.model.layer.Conv2D;
import io.boxfit.model.layer.Dense;
import io.boxfit.model.layer.Dropout;
import io.boxfit.model.layer.Layer;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** A network's layers as a trace tells them. */
public final class LayerOutline {
  private LayerOutline() {}

  /** In the order of the nodes. */
  public static List<TraceEvent.Layer> of(Network network) {
    return network.nodes().stream().map(LayerOutline::layer).toList();
  }

  private static TraceEvent.Layer layer(Node node) {
    Layer layer = node.layer();
    return new TraceEvent.Layer(
        node.name(),
        layer.getClass().getSimpleName(),
        units(layer),
        layer instanceof Dropout dropout
            ? OptionalDouble.of(dropout.share())
            : OptionalDouble.empty(),
        layer instanceof BatchNorm norm
            ? OptionalDouble.of(norm.momentum())
            : OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  private static OptionalLong units(Layer layer) {
    if (layer instanceof Dense dense) {
      return OptionalLong.of(dense.units());
    }
    return layer instanceof Conv2D convolution
        ? OptionalLong.of(convolution.filters())
        : OptionalLong.empty();
  }
}
