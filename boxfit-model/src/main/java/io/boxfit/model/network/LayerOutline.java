package io.boxfit.model.network;

import io.boxfit.core.trace.Look;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.model.layer.BatchNorm;
import io.boxfit.model.layer.Conv2D;
import io.boxfit.model.layer.Dense;
import io.boxfit.model.layer.Dropout;
import io.boxfit.model.layer.Layer;
import io.boxfit.model.layer.Shape;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** A network's layers, and the way through them, as a trace tells them. */
public final class LayerOutline {
  private LayerOutline() {}

  /** In the order of the nodes. */
  public static List<TraceEvent.Layer> of(Network network) {
    return network.nodes().stream().map(LayerOutline::layer).toList();
  }

  /**
   * The shapes of what goes into each node and of what comes out, in the order of the nodes.
   *
   * @param batch samples
   */
  public static List<Look.Passed> passed(Network network, int batch) {
    Map<String, Shape> shapes = network.shapes();
    return network.nodes().stream()
        .map(
            node ->
                new Look.Passed(
                    node.name(),
                    given(batch, node.inputs().stream().map(shapes::get).toList()),
                    shape(batch, shapes.get(node.name())),
                    OptionalDouble.empty()))
        .toList();
  }

  /** Of several inputs, how many numbers they are together. */
  private static List<Long> given(int batch, List<Shape> inputs) {
    return inputs.size() == 1
        ? shape(batch, inputs.get(0))
        : List.of((long) batch, inputs.stream().mapToLong(Shape::elements).sum());
  }

  private static List<Long> shape(int batch, Shape shape) {
    return Stream.concat(Stream.of(batch), shape.sizes().stream()).map(Integer::longValue).toList();
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
