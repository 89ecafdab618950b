package io.boxfit.predict;

/**
 * The numbers of a tensor. Not copied: whoever makes it hands the arrays over.
 *
 * @param numbers row by row, the last axis fastest
 * @param shape of each axis the size
 */
@SuppressWarnings("ArrayRecordComponent")
public record TensorValues(float[] numbers, long[] shape) {

  /**
   * @throws IllegalArgumentException if the shape needs another number of numbers
   */
  public TensorValues {
    long count = 1;
    for (long size : shape) {
      count *= size;
    }
    if (count != numbers.length) {
      throw new IllegalArgumentException(numbers.length + " numbers for a shape of " + count);
    }
  }
}
