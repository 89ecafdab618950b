package io.boxfit.model.network;

import io.boxfit.core.BadInputException;
import io.boxfit.model.layer.Layer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A layer in its place.
 *
 * @param name unique within its network; weights are filed under it
 * @param layer what is computed
 * @param inputs names of earlier nodes, or {@link Network#IMAGE}
 */
public record Node(String name, Layer layer, List<String> inputs) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_./-]{0,99}");

  /**
   * @throws BadInputException if the name cannot be used everywhere: letters, digits, {@code . _ /
   *     -}, at most 100
   */
  public Node {
    if (!NAME.matcher(name).matches()) {
      throw new BadInputException(
          "network: a layer's name must consist of at most 100 letters, digits, '.', '_', '/' and"
              + " '-'");
    }
    inputs = List.copyOf(inputs);
  }
}
