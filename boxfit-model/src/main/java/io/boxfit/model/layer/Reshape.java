package io.boxfit.model.layer;

import java.util.ArrayList;
import java.util.List;

/**
 * The same numbers, in order of memory, in another shape.
 *
 * <p>Keras counts them with the channels last, so the same target holds them in another order
 * there.
 *
 * @param sizes without the batch; one of them may be -1: what is left
 */
public record Reshape(List<Integer> sizes) implements Layer {
  private static final int REST = -1;

  /**
   * @throws io.boxfit.core.BadInputException if a size is impossible
   */
  public Reshape {
    sizes = List.copyOf(sizes);
    Fit.require(
        !sizes.isEmpty()
            && sizes.size() <= 6
            && sizes.stream().allMatch(size -> size >= 1 || size == REST)
            && sizes.stream().filter(size -> size == REST).count() <= 1,
        "sizes must hold 1 to 6 numbers of at least 1, one of them may be -1, got " + sizes);
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape in = Fit.one(inputs);
    long known =
        sizes.stream()
            .filter(size -> size != REST)
            .mapToLong(Integer::longValue)
            .reduce(1, Math::multiplyExact);
    boolean rest = sizes.contains(REST);
    Fit.require(
        rest ? in.elements() % known == 0 : in.elements() == known,
        "cannot lay out the " + in.elements() + " numbers of " + in + " as " + sizes);
    List<Integer> all = new ArrayList<>(sizes);
    all.replaceAll(size -> size == REST ? (int) (in.elements() / known) : size);
    return new Shape(all);
  }
}
