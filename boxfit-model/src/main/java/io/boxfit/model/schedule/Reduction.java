package io.boxfit.model.schedule;

import io.boxfit.core.BadInputException;

/**
 * How far {@link ReduceOnPlateau} has gone down.
 *
 * @param plateau that may become too long
 * @param cooldown epochs that will not be counted, at least 0
 * @param factor of the next epoch's steps, in [0, 1]
 */
public record Reduction(Plateau plateau, int cooldown, double factor) {
  /** For what does not look at figures. */
  public static final Reduction NONE =
      new Reduction(new Plateau(Double.POSITIVE_INFINITY, 0), 0, 1);

  /**
   * @throws BadInputException if a number is impossible
   */
  public Reduction {
    if (cooldown < 0) {
      throw new BadInputException("cooldown must not be negative, got " + cooldown);
    }
    if (!(factor >= 0 && factor <= 1)) {
      throw new BadInputException("factor must be in [0, 1], got " + factor);
    }
  }
}
