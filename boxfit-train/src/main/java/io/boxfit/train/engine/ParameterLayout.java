package io.boxfit.train.engine;

import io.boxfit.core.random.Seed;
import io.boxfit.model.initializer.Initializer;
import io.boxfit.model.layer.Parameter;
import io.boxfit.model.network.Network;
import io.boxfit.model.network.NodeParameter;
import io.boxfit.model.recipe.Initializers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All parameters of a network in one flat array: optimiser, digest, checkpoint and exchange between
 * workers each become one pass over it.
 *
 * @param slots where each parameter lies, in the network's order, without gaps
 */
public record ParameterLayout(List<Slot> slots) {

  /**
   * The place of one parameter.
   *
   * @param parameter which
   * @param offset of its first number in the flat array
   * @param length how many numbers
   */
  public record Slot(NodeParameter parameter, int offset, int length) {}

  /** Copies the list. */
  public ParameterLayout {
    slots = List.copyOf(slots);
  }

  /** The layout of a network. */
  public static ParameterLayout of(Network network) {
    List<Slot> slots = new ArrayList<>();
    int offset = 0;
    for (NodeParameter parameter : network.parameters()) {
      int length = Math.toIntExact(parameter.parameter().shape().elements());
      slots.add(new Slot(parameter, offset, length));
      offset = Math.addExact(offset, length);
    }
    return new ParameterLayout(slots);
  }

  /** How many numbers there are in all. */
  public int length() {
    if (slots.isEmpty()) {
      return 0;
    }
    Slot last = slots.get(slots.size() - 1);
    return last.offset() + last.length();
  }

  /**
   * Initial values: each parameter from its own stream, so that a change elsewhere leaves it be.
   */
  public float[] initial(Seed seed, Initializers defaults) {
    float[] all = new float[length()];
    for (Slot slot : slots) {
      float[] values = new float[slot.length()];
      Parameter parameter = slot.parameter().parameter();
      switch (parameter.role()) {
        case GAIN, MOVING_VARIANCE -> Arrays.fill(values, 1f);
        case SHIFT, MOVING_MEAN -> Arrays.fill(values, 0f);
        case BIAS -> fill(parameter.initializer().orElse(defaults.bias()), values, slot, seed);
        case KERNEL -> fill(parameter.initializer().orElse(defaults.kernel()), values, slot, seed);
      }
      System.arraycopy(values, 0, all, slot.offset(), values.length);
    }
    return all;
  }

  /** The parameters by name, copied out of a flat array. */
  public Map<String, float[]> split(float[] flat) {
    Map<String, float[]> parts = new LinkedHashMap<>();
    for (Slot slot : slots) {
      int end = slot.offset() + slot.length();
      parts.put(slot.parameter().name(), Arrays.copyOfRange(flat, slot.offset(), end));
    }
    return parts;
  }

  private static void fill(Initializer initializer, float[] values, Slot slot, Seed seed) {
    Parameter parameter = slot.parameter().parameter();
    initializer.fill(
        values,
        parameter.fanIn(),
        parameter.fanOut(),
        seed.stream("start/" + slot.parameter().name()));
  }
}
