package io.boxfit.model.schedule;

import io.boxfit.core.BadInputException;

/**
 * How long a figure has not become better.
 *
 * @param best the figure to beat; infinite before the first
 * @param badEpochs since it was reached, or since they were last counted
 */
public record Plateau(double best, int badEpochs) {

  /**
   * @throws BadInputException if the count is negative
   */
  public Plateau {
    if (badEpochs < 0) {
      throw new BadInputException("badEpochs must not be negative, got " + badEpochs);
    }
  }

  static Plateau before(Monitor monitor) {
    return new Plateau(monitor.worst(), 0);
  }

  Plateau after(double figure, Monitor monitor, double minDelta) {
    return monitor.better(figure, best, minDelta)
        ? new Plateau(figure, 0)
        : new Plateau(best, badEpochs + 1);
  }
}
