package io.boxfit.doctor.table;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How NumPy stores a number.
 *
 * @param kind f, i or u
 * @param size bytes: 1, 2, 4 or 8
 */
record NpyNumber(char kind, int size, ByteOrder order) {
  private static final Pattern NUMBER = Pattern.compile("([<>|=]?)(?:(f)([248])|([iu])([1248]))");

  /** From NumPy's description, such as {@code <f4}. */
  static NpyNumber of(String description, Place place) {
    if (description.endsWith("O")) {
      throw place.error(
          "holds Python objects, which are not opened because they can run code; save"
              + " array.astype('float32')");
    }
    Matcher matcher = NUMBER.matcher(description);
    if (!matcher.matches()) {
      throw place.error(
          "holds values of the kind "
              + Place.quoted(description)
              + ", not real numbers of 1 to 8 bytes; save array.astype('float32')");
    }
    boolean floating = matcher.group(2) != null;
    return new NpyNumber(
        (floating ? matcher.group(2) : matcher.group(4)).charAt(0),
        Integer.parseInt(floating ? matcher.group(3) : matcher.group(5)),
        matcher.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * The number at an index of the data. Integers beyond 2^53 are rounded.
   *
   * @param data in this number's byte order
   */
  double get(ByteBuffer data, int index) {
    int at = index * size;
    if (kind == 'f') {
      return switch (size) {
        case 2 -> half(data.getShort(at));
        case 4 -> data.getFloat(at);
        default -> data.getDouble(at);
      };
    }
    long value =
        switch (size) {
          case 1 -> data.get(at);
          case 2 -> data.getShort(at);
          case 4 -> data.getInt(at);
          default -> data.getLong(at);
        };
    return kind == 'i' ? (double) value : unsigned(value);
  }

  private double unsigned(long value) {
    if (size < Long.BYTES) {
      return (double) (value & ((1L << (8 * size)) - 1));
    }
    return value >= 0 ? (double) value : (double) (value >>> 1) * 2;
  }

  /** IEEE 754 binary16: 1 bit sign, 5 bits exponent, 10 bits fraction. */
  private static double half(short bits) {
    int exponent = (bits >> 10) & 0x1F;
    int fraction = bits & 0x3FF;
    double size =
        switch (exponent) {
          case 0 -> Math.scalb((double) fraction, -24);
          case 0x1F -> fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
          default -> Math.scalb((double) (0x400 | fraction), exponent - 25);
        };
    return bits < 0 ? -size : size;
  }
}
