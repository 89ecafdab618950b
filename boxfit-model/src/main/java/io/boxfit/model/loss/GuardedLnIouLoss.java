package io.boxfit.model.loss;

import io.boxfit.core.BadInputException;
import io.boxfit.model.Default;

/**
 * {@code -ln(max(IoU, epsilon))}: {@link LnIouLoss} with a guard (UnitBox, arXiv 1608.01471,
 * section 3; the guard as MMDetection writes it). Below epsilon the gradient is zero.
 *
 * @param epsilon in (0, 1)
 */
public record GuardedLnIouLoss(@Default("1e-6") double epsilon) implements OverlapLoss {

  /**
   * @throws BadInputException if epsilon is not in (0, 1)
   */
  public GuardedLnIouLoss {
    if (!(epsilon > 0 && epsilon < 1)) {
      throw new BadInputException("loss.epsilon must be in (0, 1), got " + epsilon);
    }
  }
}
