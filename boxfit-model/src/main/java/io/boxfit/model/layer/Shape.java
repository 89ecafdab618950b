package io.boxfit.model.layer;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Sizes of one sample's tensor, without the batch: (channels, height, width) of a map, (channels,
 * length) of a row, (4) of a box.
 *
 * @param sizes each at least 1
 */
public record Shape(List<Integer> sizes) {

  /**
   * @throws IllegalArgumentException if a size is below 1
   */
  public Shape {
    sizes = List.copyOf(sizes);
    if (sizes.isEmpty() || sizes.stream().anyMatch(size -> size < 1)) {
      throw new IllegalArgumentException("every size of a shape must be at least 1, got " + sizes);
    }
  }

  /** The shape with these sizes. */
  public static Shape of(Integer... sizes) {
    return new Shape(List.of(sizes));
  }

  /** How many sizes. */
  public int rank() {
    return sizes.size();
  }

  /** Size number {@code axis}, from 0. */
  public int size(int axis) {
    return sizes.get(axis);
  }

  /** How many numbers a tensor of this shape holds. */
  public long elements() {
    return sizes.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
  }

  /** For example {@code 16x50x100}. */
  @Override
  public String toString() {
    return sizes.stream().map(String::valueOf).collect(Collectors.joining("x"));
  }
}
