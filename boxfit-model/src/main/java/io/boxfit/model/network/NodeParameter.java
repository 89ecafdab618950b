package io.boxfit.model.network;

import io.boxfit.model.layer.Parameter;

/**
 * A parameter with the node to which it belongs.
 *
 * @param node where it is used
 * @param parameter what it is
 */
public record NodeParameter(Node node, Parameter parameter) {

  /** Unique within the network, for example {@code stem2.kernel}. */
  public String name() {
    return node.name() + "." + parameter.name();
  }
}
