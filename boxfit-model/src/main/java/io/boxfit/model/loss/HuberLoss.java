package io.boxfit.model.loss;

import io.boxfit.core.BadInputException;
import io.boxfit.model.Default;

/**
 * Mean over the four numbers of {@code e^2 / 2} for errors {@code |e| <= delta}, else {@code delta
 * (|e| - delta / 2)} (Huber, Annals of Mathematical Statistics 35, 1964): delta times {@link
 * SmoothL1Loss}.
 *
 * @param delta positive, in the network's unit
 */
public record HuberLoss(@Default("1") double delta) implements CoordinateLoss {

  /**
   * @throws BadInputException if delta is not a positive number
   */
  public HuberLoss {
    if (!(delta > 0) || Double.isInfinite(delta)) {
      throw new BadInputException("loss.delta must be a positive number, got " + delta);
    }
  }
}
