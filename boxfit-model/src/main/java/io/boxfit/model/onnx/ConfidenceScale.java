package io.boxfit.model.onnx;

import io.boxfit.core.BadInputException;

/**
 * From a network's own evidence to a probability that its box is right: {@code sigmoid(slope *
 * evidence + offset)} (Platt, 1999).
 *
 * @param slope not negative
 * @param offset any number
 * @param samples how many kept-back samples it was fitted to; 0: not fitted, the evidence itself
 */
public record ConfidenceScale(double slope, double offset, int samples) {

  /** Evidence as it is. */
  public static final ConfidenceScale RAW = new ConfidenceScale(1, 0, 0);

  /**
   * @throws BadInputException if a number is impossible
   */
  public ConfidenceScale {
    if (!(slope >= 0) || Double.isInfinite(slope) || !Double.isFinite(offset) || samples < 0) {
      throw new BadInputException(
          "confidence: slope and offset must be numbers, slope not negative; got "
              + slope
              + " and "
              + offset);
    }
  }
}
