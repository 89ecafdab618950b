package io.boxfit.predict;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.platform.Fp16Conversions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.Optional;

/** Numbers in the types that networks take and give. */
final class TensorNumbers {
  private TensorNumbers() {}

  /**
   * A tensor of a type; empty where numbers cannot be made into that type. Types of whole numbers
   * get the nearest one.
   *
   * @param type as {@link TensorSlot#type()}
   */
  static Optional<OnnxTensor> tensor(String type, float[] values, long[] shape)
      throws OrtException {
    OrtEnvironment environment = OnnxRuntime.environment();
    return Optional.ofNullable(
        switch (type) {
          case "float" -> OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape);
          case "float16" ->
              OnnxTensor.createTensor(
                  environment,
                  Fp16Conversions.convertFloatBufferToFp16Buffer(FloatBuffer.wrap(values)),
                  shape,
                  OnnxJavaType.FLOAT16);
          case "double" -> OnnxTensor.createTensor(environment, doubles(values), shape);
          case "uint8" ->
              OnnxTensor.createTensor(environment, bytes(values), shape, OnnxJavaType.UINT8);
          case "int8" ->
              OnnxTensor.createTensor(environment, bytes(values), shape, OnnxJavaType.INT8);
          case "bool" ->
              OnnxTensor.createTensor(environment, bytes(values), shape, OnnxJavaType.BOOL);
          case "int16" -> OnnxTensor.createTensor(environment, shorts(values), shape);
          case "int32" -> OnnxTensor.createTensor(environment, ints(values), shape);
          case "int64" -> OnnxTensor.createTensor(environment, longs(values), shape);
          default -> null;
        });
  }

  /** The numbers of a tensor; empty where it holds none. */
  static Optional<float[]> numbers(OnnxTensor tensor) {
    return Optional.ofNullable(
        switch (tensor.getInfo().type) {
          case FLOAT, FLOAT16, BFLOAT16 -> floats(tensor.getFloatBuffer());
          case DOUBLE -> floats(tensor.getDoubleBuffer());
          case INT32 -> floats(tensor.getIntBuffer());
          case INT64 -> floats(tensor.getLongBuffer());
          default -> null;
        });
  }

  private static ByteBuffer bytes(float[] values) {
    ByteBuffer buffer = ByteBuffer.allocateDirect(values.length).order(ByteOrder.nativeOrder());
    for (float value : values) {
      buffer.put((byte) Math.round(value));
    }
    return buffer.flip();
  }

  private static ShortBuffer shorts(float[] values) {
    ShortBuffer buffer = ShortBuffer.allocate(values.length);
    for (float value : values) {
      buffer.put((short) Math.round(value));
    }
    return buffer.flip();
  }

  private static IntBuffer ints(float[] values) {
    IntBuffer buffer = IntBuffer.allocate(values.length);
    for (float value : values) {
      buffer.put(Math.round(value));
    }
    return buffer.flip();
  }

  private static LongBuffer longs(float[] values) {
    LongBuffer buffer = LongBuffer.allocate(values.length);
    for (float value : values) {
      buffer.put(Math.round(value));
    }
    return buffer.flip();
  }

  private static DoubleBuffer doubles(float[] values) {
    DoubleBuffer buffer = DoubleBuffer.allocate(values.length);
    for (float value : values) {
      buffer.put(value);
    }
    return buffer.flip();
  }

  private static float[] floats(FloatBuffer buffer) {
    float[] numbers = new float[buffer.remaining()];
    buffer.get(numbers);
    return numbers;
  }

  private static float[] floats(DoubleBuffer buffer) {
    float[] numbers = new float[buffer.remaining()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) buffer.get();
    }
    return numbers;
  }

  private static float[] floats(IntBuffer buffer) {
    float[] numbers = new float[buffer.remaining()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = buffer.get();
    }
    return numbers;
  }

  private static float[] floats(LongBuffer buffer) {
    float[] numbers = new float[buffer.remaining()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = buffer.get();
    }
    return numbers;
  }
}
