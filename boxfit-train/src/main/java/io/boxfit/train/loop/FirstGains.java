package io.boxfit.train.loop;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.model.layer.Parameter;
import io.boxfit.train.engine.ParameterLayout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How large the weights are before the first step, so that layers of any size compare. */
final class FirstGains {
  private FirstGains() {}

  /** The layers, those with a kernel of two numbers and more with their gain. */
  static List<TraceEvent.Layer> told(
      List<TraceEvent.Layer> layers, ParameterLayout layout, float[] weights) {
    Map<String, Double> gains = new LinkedHashMap<>();
    for (ParameterLayout.Slot slot : layout.slots()) {
      Parameter parameter = slot.parameter().parameter();
      if (parameter.role() == Parameter.Role.KERNEL && slot.length() > 1) {
        gains.put(
            slot.parameter().node().name(),
            deviation(weights, slot) * Math.sqrt((double) parameter.fanIn()));
      }
    }
    return layers.stream()
        .map(
            layer ->
                gains.containsKey(layer.name()) ? layer.withGain(gains.get(layer.name())) : layer)
        .toList();
  }

  private static double deviation(float[] weights, ParameterLayout.Slot slot) {
    double sum = 0;
    for (int i = slot.offset(); i < slot.offset() + slot.length(); i++) {
      sum += weights[i];
    }
    double mean = sum / slot.length();
    double squares = 0;
    for (int i = slot.offset(); i < slot.offset() + slot.length(); i++) {
      squares += (weights[i] - mean) * (weights[i] - mean);
    }
    return Math.sqrt(squares / slot.length());
  }
}
