package io.boxfit.train.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The parameters and their gradient in the engine's memory: two flat tensors, and for each
 * parameter a leaf whose value and gradient are views of them. So one copy moves all of them in or
 * out.
 *
 * <p>Belongs to one worker.
 */
public final class EngineParameters {
  private final int length;
  private final Tensor values;
  private final Tensor gradient;
  private final Map<String, Tensor> leaves = new HashMap<>();
  private final List<ParameterLayout.Slot> untrained;

  /** Zeros of the given layout; must not be made inside a PointerScope that closes earlier. */
  public EngineParameters(ParameterLayout layout) {
    length = layout.length();
    values = torch.zeros(length);
    gradient = torch.zeros(length);
    untrained =
        layout.slots().stream().filter(s -> !s.parameter().parameter().role().trained()).toList();
    for (ParameterLayout.Slot slot : layout.slots()) {
      List<Integer> sizes = slot.parameter().parameter().shape().sizes();
      long[] shape = sizes.stream().flatMapToLong(LongStream::of).toArray();
      Tensor part = values.narrow(0, slot.offset(), slot.length()).view(shape);
      // A leaf that is overwritten while a graph stands must not count as a change of the others.
      boolean trained = slot.parameter().parameter().role().trained();
      Tensor leaf = trained ? part.detach() : part.variable_data();
      if (trained) {
        leaf.set_requires_grad(true);
        leaf.mutable_grad().put(gradient.narrow(0, slot.offset(), slot.length()).view(shape));
      }
      leaves.put(slot.parameter().name(), leaf);
    }
  }

  /** The leaf of a parameter, by its name in the network. */
  Tensor leaf(String name) {
    return leaves.get(name);
  }

  /** Takes over new values. */
  public void load(float[] flat) {
    try (FloatPointer pointer = values.data_ptr_float()) {
      pointer.put(flat, 0, length);
    }
  }

  /** Copies out what layers moved themselves while samples passed: the moving statistics. */
  public void readStatistics(float[] flat) {
    if (untrained.isEmpty()) {
      return;
    }
    try (FloatPointer pointer = values.data_ptr_float()) {
      for (ParameterLayout.Slot slot : untrained) {
        pointer.position(slot.offset()).get(flat, slot.offset(), slot.length());
      }
    }
  }

  /** Sets the gradient to zero; backward passes add to it. */
  public void clearGradient() {
    gradient.zero_();
  }

  /** Copies the gradient out. */
  public void readGradient(float[] flat) {
    try (FloatPointer pointer = gradient.data_ptr_float()) {
      pointer.get(flat, 0, length);
    }
  }
}
