package io.boxfit.model.optimizer;

import io.boxfit.core.BadInputException;

/** What the numbers of optimisers must be. */
final class Bounds {
  private Bounds() {}

  static void rate(double value) {
    require(value > 0 && value <= 100, "learningRate", "(0, 100]", value);
  }

  /** A share of what was remembered that stays. */
  static void decay(String name, double value) {
    require(value >= 0 && value < 1, name, "[0, 1)", value);
  }

  static void epsilon(double value) {
    require(value > 0 && value <= 1, "epsilon", "(0, 1]", value);
  }

  static void require(boolean holds, String name, String range, double value) {
    if (!holds) {
      throw new BadInputException("optimizer." + name + " must be in " + range + ", got " + value);
    }
  }
}
