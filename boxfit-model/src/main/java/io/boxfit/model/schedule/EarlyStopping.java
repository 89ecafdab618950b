package io.boxfit.model.schedule;

import io.boxfit.core.BadInputException;
import io.boxfit.model.Default;

/**
 * Ends a training after too many epochs in which the monitored figure did not become better.
 *
 * @param patience epochs in a row that may be no better; the next one ends the run. Keras counts
 *     that one, too: its patience is one more
 * @param minDelta by how much a better figure must be better, at least 0
 * @param restoreBest whether the run ends with the weights of its best epoch, not of its last; also
 *     where it was not stopped early
 * @param monitor the figure
 */
public record EarlyStopping(
    @Default("10") int patience,
    @Default("0") double minDelta,
    @Default("true") boolean restoreBest,
    @Default("trainingLoss") Monitor monitor) {

  /**
   * @throws BadInputException if a number is impossible
   */
  public EarlyStopping {
    if (patience < 0) {
      throw new BadInputException("earlyStopping.patience must not be negative, got " + patience);
    }
    if (!(minDelta >= 0 && minDelta < Double.POSITIVE_INFINITY)) {
      throw new BadInputException(
          "earlyStopping.minDelta must be in [0, infinity), got " + minDelta);
    }
  }

  /** Before the first epoch. */
  public Plateau begin() {
    return Plateau.before(monitor);
  }

  /**
   * After one more epoch; its figure was the best where no bad epochs are counted.
   *
   * @param before it
   * @param figure of the epoch
   */
  public Plateau after(Plateau before, double figure) {
    return before.after(figure, monitor, minDelta);
  }

  /** Whether the run ends here. */
  public boolean ends(Plateau plateau) {
    return plateau.badEpochs() > patience;
  }
}
