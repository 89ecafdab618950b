package io.boxfit.model.onnx;

import io.boxfit.core.box.Box;
import io.boxfit.model.layer.CellBoxes;
import io.boxfit.model.layer.Conv2D;
import io.boxfit.model.layer.Enlarge;
import io.boxfit.model.layer.Layer;
import io.boxfit.model.layer.Padding;
import io.boxfit.model.layer.TopCells;
import io.boxfit.model.network.Input;
import io.boxfit.model.network.Network;
import io.boxfit.model.network.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small networks for tests, written down layer by layer, and what their layers give. */
final class NetworkSketch {
  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, float[]> weights = new LinkedHashMap<>();

  NetworkSketch add(String name, Layer layer, String... inputs) {
    nodes.add(new Node(name, layer, List.of(inputs)));
    return this;
  }

  NetworkSketch weights(String name, float... values) {
    weights.put(name, values);
    return this;
  }

  Network network(Input input) {
    return new Network(input, nodes);
  }

  static Conv2D conv(int filters, int kernel, int stride, boolean bias) {
    return new Conv2D(filters, kernel, stride, Padding.HALF, bias, Optional.empty());
  }

  /** A map whose channel k is {@code factors[k] * byte + shifts[k]} of every gray picture. */
  NetworkSketch linear(String name, int stride, float[] factors, float[] shifts) {
    float[] kernel = new float[factors.length];
    float[] bias = new float[factors.length];
    for (int k = 0; k < factors.length; k++) {
      kernel[k] = 127.5f * factors[k];
      bias[k] = 127.5f * factors[k] + shifts[k];
    }
    return add(name, conv(factors.length, 1, stride, true), "image")
        .weights(name + ".kernel", kernel)
        .weights(name + ".bias", bias);
  }

  /** What a layer gives for a gray picture, in ONNX Runtime. */
  float[] run(String layer, int width, int height, int... grays) throws Exception {
    // Every network must end in a box; this one has no part in what is looked at.
    linear("last.cells", 1, new float[5], new float[5])
        .add("last.boxes", new CellBoxes(1, 1), "last.cells")
        .add("last.best", new TopCells(1, 0.4), "last.boxes")
        .add("last", new Enlarge(0, 0), "last.best");
    ModelCard card = new ModelCard("0", List.of("it"), "0", new Box(0, 0, 1, 1), false);
    byte[] picture = new byte[3 * grays.length];
    for (int i = 0; i < picture.length; i++) {
      picture[i] = (byte) grays[i / 3];
    }
    OnnxModel model = OnnxModel.of(network(new Input(width, height, 1)), weights, card);
    try (Session session = new Session(model.bytes(), layer)) {
      return session.run(picture, 1, height, width).get(layer);
    }
  }
}
