package io.boxfit.model.layer;

import io.boxfit.core.BadInputException;
import io.boxfit.model.initializer.Initializer;
import io.boxfit.model.initializer.Orthogonal;
import java.util.List;
import java.util.Optional;

/** Checks of what goes into a layer; every message says what came and what is needed. */
final class Fit {
  private Fit() {}

  /** The only input. */
  static Shape one(List<Shape> inputs) {
    return inputs(inputs, 1).get(0);
  }

  static List<Shape> inputs(List<Shape> inputs, int count) {
    require(inputs.size() == count, "needs " + count + " input(s), got " + inputs.size());
    return inputs;
  }

  /** A (channels, height, width) map. */
  static Shape map(Shape shape) {
    require(shape.rank() == 3, "needs a map (channels x height x width), got " + shape);
    return shape;
  }

  /** A (channels, length) row. */
  static Shape row(Shape shape) {
    require(shape.rank() == 2, "needs a row (channels x length), got " + shape);
    return shape;
  }

  /** A vector of numbers without places. */
  static Shape vector(Shape shape) {
    require(shape.rank() == 1, "needs a vector (put a flatten layer before it), got " + shape);
    return shape;
  }

  static double share(String field, double value) {
    require(value >= 0 && value < 1, field + " must be in [0, 1), got " + value);
    return value;
  }

  static Shape box(Shape shape) {
    require(shape.equals(Shape.of(4)), "needs a box (4 numbers), got " + shape);
    return shape;
  }

  static int atLeast(String field, int value, int low) {
    require(value >= low, field + " must be at least " + low + ", got " + value);
    return value;
  }

  static int within(String field, int value, int low, int high) {
    require(
        value >= low && value <= high,
        field + " must be in [" + low + ", " + high + "], got " + value);
    return value;
  }

  static double positive(String field, double value) {
    require(
        value > 0 && Double.isFinite(value), field + " must be a positive number, got " + value);
    return value;
  }

  static void biasStart(Optional<Initializer> initializer) {
    require(
        initializer.filter(Orthogonal.class::isInstance).isEmpty(),
        "biasInitializer cannot be orthogonal, which needs a matrix");
  }

  static void require(boolean holds, String message) {
    if (!holds) {
      throw new BadInputException(message);
    }
  }
}
