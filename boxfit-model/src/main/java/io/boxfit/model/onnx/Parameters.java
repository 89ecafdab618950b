package io.boxfit.model.onnx;

import io.boxfit.core.BadInputException;
import io.boxfit.model.network.Network;
import io.boxfit.model.network.NodeParameter;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** A network's parameters as initialisers under their own names. */
final class Parameters {
  private Parameters() {}

  /**
   * @throws BadInputException if the weights are not exactly those of the network
   */
  static void store(Network network, Map<String, float[]> weights, GraphBuilder graph) {
    Set<String> unknown = new LinkedHashSet<>(weights.keySet());
    for (NodeParameter parameter : network.parameters()) {
      String name = parameter.name();
      float[] values = weights.get(name);
      if (values == null) {
        throw new BadInputException("weights: '" + name + "' is missing: the network needs it");
      }
      long wanted = parameter.parameter().shape().elements();
      if (values.length != wanted) {
        throw new BadInputException(
            "weights: '"
                + name
                + "' holds "
                + values.length
                + " numbers, the network needs "
                + parameter.parameter().shape());
      }
      unknown.remove(name);
      graph.initializer(
          name,
          values,
          parameter.parameter().shape().sizes().stream().mapToLong(Integer::longValue).toArray());
    }
    if (!unknown.isEmpty()) {
      throw new BadInputException(
          "weights: '" + unknown.iterator().next() + "' is not a parameter of the network");
    }
  }
}
