package io.boxfit.train.checkpoint;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** Kinds of numbers that a safetensors file holds and that become floats. */
enum TensorType {
  /** IEEE 754, 32 bits. */
  F32(4),
  /** IEEE 754, 16 bits. */
  F16(2),
  /** The upper half of 32 bits. */
  BF16(2);

  private static final int EXPONENT = 5;
  private static final int FRACTION = 10;

  private final int bytes;

  TensorType(int bytes) {
    this.bytes = bytes;
  }

  /** The kind of that name; empty for whole numbers and other things. */
  static Optional<TensorType> of(String name) {
    return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
  }

  int bytes() {
    return bytes;
  }

  /** The first numbers of a buffer in little-endian order. */
  float[] floats(ByteBuffer from, int count) {
    float[] floats = new float[count];
    for (int i = 0; i < count; i++) {
      floats[i] =
          switch (this) {
            case F32 -> from.getFloat(4 * i);
            case F16 -> half(from.getShort(2 * i));
            case BF16 -> Float.intBitsToFloat(from.getShort(2 * i) << 16);
          };
    }
    return floats;
  }

  private static float half(short bits) {
    int exponent = (bits >>> FRACTION) & ((1 << EXPONENT) - 1);
    int fraction = bits & ((1 << FRACTION) - 1);
    float size;
    if (exponent == 31) {
      size = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
    } else if (exponent == 0) {
      size = Math.scalb((float) fraction, -24);
    } else {
      size = Math.scalb(1 + Math.scalb((float) fraction, -FRACTION), exponent - 15);
    }
    return bits < 0 ? -size : size;
  }
}
