package io.boxfit.model.loss;

import io.boxfit.core.BadInputException;
import io.boxfit.model.Default;

/**
 * Mean over the four numbers of {@code e^2 / (2 beta)} for errors {@code |e| < beta}, else {@code
 * |e| - beta / 2} (Girshick, arXiv 1504.08083, equation 3; beta as in PyTorch).
 *
 * @param beta positive, in the network's unit: with a relative head, 1 is the whole picture and
 *     makes this half of the mean squared error
 */
public record SmoothL1Loss(@Default("1") double beta) implements CoordinateLoss {

  /**
   * @throws BadInputException if beta is not a positive number
   */
  public SmoothL1Loss {
    if (!(beta > 0) || Double.isInfinite(beta)) {
      throw new BadInputException("loss.beta must be a positive number, got " + beta);
    }
  }
}
