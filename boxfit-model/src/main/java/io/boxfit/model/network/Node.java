package io.boxfit.model.network;

import io.boxfit.model.layer.Layer;
import java.util.List;

/**
 * A layer in its place.
 *
 * @param name unique within its network; weights are filed under it
 * @param layer what is computed
 * @param inputs names of earlier nodes, or {@link Network#IMAGE}
 */
public record Node(String name, Layer layer, List<String> inputs) {

  /** Copies the list. */
  public Node {
    inputs = List.copyOf(inputs);
  }
}
