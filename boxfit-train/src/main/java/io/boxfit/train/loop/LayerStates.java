package io.boxfit.train.loop;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.model.layer.Parameter;
import io.boxfit.train.engine.ParameterLayout;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** Measures how each layer moves in one step. */
final class LayerStates {
  private LayerStates() {}

  /**
   * One entry for each layer with parameters.
   *
   * @param before weights before the step
   * @param after weights after the step
   */
  static Map<String, TraceEvent.LayerState> of(
      ParameterLayout layout, float[] gradient, float[] before, float[] after) {
    Map<String, Sums> sums = new LinkedHashMap<>();
    for (ParameterLayout.Slot slot : layout.slots()) {
      if (!slot.parameter().parameter().role().trained()) {
        continue;
      }
      Sums sum = sums.computeIfAbsent(slot.parameter().node().name(), name -> new Sums());
      if (slot.parameter().parameter().role() == Parameter.Role.KERNEL) {
        sum.dead = OptionalDouble.of(deadShare(slot, gradient));
      }
      for (int i = slot.offset(); i < slot.offset() + slot.length(); i++) {
        sum.add(gradient[i], before[i], after[i] - before[i]);
      }
    }
    Map<String, TraceEvent.LayerState> states = new LinkedHashMap<>();
    sums.forEach((name, sum) -> states.put(name, sum.state()));
    return states;
  }

  /**
   * Share of the outputs, which are a kernel's first axis, whose whole row of gradients is zero.
   */
  private static double deadShare(ParameterLayout.Slot slot, float[] gradient) {
    int units = slot.parameter().parameter().shape().size(0);
    int row = slot.length() / units;
    int dead = 0;
    for (int unit = 0; unit < units; unit++) {
      int from = slot.offset() + unit * row;
      boolean still = true;
      for (int i = from; still && i < from + row; i++) {
        still = gradient[i] == 0;
      }
      dead += still ? 1 : 0;
    }
    return (double) dead / units;
  }

  private static final class Sums {
    private double gradient;
    private double weight;
    private double update;
    private int nonFinite;
    private OptionalDouble dead = OptionalDouble.empty();

    void add(float g, float w, float u) {
      if (Float.isFinite(g)) {
        gradient += (double) g * g;
      } else {
        nonFinite++;
      }
      weight += (double) w * w;
      update += (double) u * u;
    }

    TraceEvent.LayerState state() {
      double ratio = weight > 0 ? Math.sqrt(update / weight) : 0;
      return new TraceEvent.LayerState(
          Math.sqrt(gradient),
          ratio,
          nonFinite,
          dead,
          OptionalDouble.empty(),
          OptionalDouble.of(Math.sqrt(weight)));
    }
  }
}
