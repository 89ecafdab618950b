package io.boxfit.train.engine;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Numbers on their way between Java and the engine. */
public final class EngineArrays {
  private EngineArrays() {}

  /** A tensor of the given sizes with a copy of the numbers. */
  public static Tensor tensor(float[] values, long... sizes) {
    return slice(values, 0, sizes);
  }

  /** A tensor of the given sizes with a copy of the numbers from {@code offset} on. */
  public static Tensor slice(float[] values, int offset, long... sizes) {
    Tensor tensor = torch.empty(sizes);
    try (FloatPointer pointer = tensor.data_ptr_float()) {
      pointer.put(values, offset, Math.toIntExact(tensor.numel()));
    }
    return tensor;
  }

  /** The numbers of a tensor, in order of its sizes. */
  public static float[] array(Tensor tensor) {
    Tensor plain = tensor.detach().contiguous();
    float[] values = new float[Math.toIntExact(plain.numel())];
    try (FloatPointer pointer = plain.data_ptr_float()) {
      pointer.get(values);
    }
    return values;
  }
}
