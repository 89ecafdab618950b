package io.boxfit.model.onnx;

import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import io.boxfit.model.network.Network;
import io.boxfit.model.network.NodeParameter;
import java.util.LinkedHashMap;
import java.util.Map;

/** Weights of no meaning for networks in tests. */
final class RandomWeights {
  private RandomWeights() {}

  static Map<String, float[]> of(Network network, long seed) {
    RandomStream stream = new Seed(seed).stream("weights");
    Map<String, float[]> weights = new LinkedHashMap<>();
    for (NodeParameter parameter : network.parameters()) {
      float[] values = new float[(int) parameter.parameter().shape().elements()];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (0.1 * stream.nextGaussian());
      }
      weights.put(parameter.name(), values);
    }
    return weights;
  }
}
