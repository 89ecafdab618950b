package io.boxfit.train.optimizer;

import io.boxfit.model.layer.Parameter;
import io.boxfit.model.layer.ReLU;
import io.boxfit.model.layer.Shape;
import io.boxfit.model.network.Node;
import io.boxfit.model.network.NodeParameter;
import io.boxfit.train.engine.ParameterLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Layouts without a network. */
final class Layouts {
  private Layouts() {}

  /** Parameters of these roles and lengths, one behind the other. */
  @SafeVarargs
  static ParameterLayout of(Map.Entry<Parameter.Role, Integer>... parameters) {
    Node node = new Node("a", new ReLU(), List.of("image"));
    List<ParameterLayout.Slot> slots = new ArrayList<>();
    int offset = 0;
    for (Map.Entry<Parameter.Role, Integer> entry : parameters) {
      int length = entry.getValue();
      Parameter parameter =
          new Parameter("p" + slots.size(), Shape.of(length), entry.getKey(), 1, 1);
      slots.add(new ParameterLayout.Slot(new NodeParameter(node, parameter), offset, length));
      offset += length;
    }
    return new ParameterLayout(slots);
  }
}
