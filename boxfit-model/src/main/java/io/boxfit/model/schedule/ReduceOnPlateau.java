package io.boxfit.model.schedule;

import io.boxfit.core.BadInputException;
import io.boxfit.model.Default;

/**
 * Down by a factor after too many epochs in which the monitored figure did not become better
 * (PyTorch's {@code ReduceLROnPlateau} with an absolute threshold and {@code eps=0}).
 *
 * @param factor in (0, 1)
 * @param patience epochs in a row that may be no better; the next one reduces. Keras counts that
 *     one, too: its patience is one more
 * @param minDelta by how much a better figure must be better, at least 0
 * @param cooldown epochs after a reduction whose figures are not counted
 * @param minFactor where going down ends, in [0, 1]
 * @param monitor the figure
 */
public record ReduceOnPlateau(
    @Default("0.1") double factor,
    @Default("10") int patience,
    @Default("1e-4") double minDelta,
    @Default("0") int cooldown,
    @Default("0") double minFactor,
    @Default("trainingLoss") Monitor monitor)
    implements LearningRateSchedule {

  /**
   * @throws BadInputException if a number is impossible
   */
  public ReduceOnPlateau {
    if (!(factor > 0 && factor < 1)) {
      throw new BadInputException("schedule.factor must be in (0, 1), got " + factor);
    }
    if (patience < 0) {
      throw new BadInputException("schedule.patience must not be negative, got " + patience);
    }
    if (!(minDelta >= 0 && minDelta < Double.POSITIVE_INFINITY)) {
      throw new BadInputException("schedule.minDelta must be in [0, infinity), got " + minDelta);
    }
    if (cooldown < 0) {
      throw new BadInputException("schedule.cooldown must not be negative, got " + cooldown);
    }
    if (!(minFactor >= 0 && minFactor <= 1)) {
      throw new BadInputException("schedule.minFactor must be in [0, 1], got " + minFactor);
    }
  }

  /** One: what plateaus take away depends on figures and stands in the {@link Reduction}. */
  @Override
  public double factor(long step, Course course) {
    return 1;
  }

  /** Before the first epoch. */
  public Reduction begin() {
    return new Reduction(Plateau.before(monitor), 0, 1);
  }

  /**
   * After one more epoch.
   *
   * @param before it
   * @param figure of the epoch
   */
  public Reduction after(Reduction before, double figure) {
    Plateau plateau = before.plateau().after(figure, monitor, minDelta);
    if (before.cooldown() > 0) {
      return new Reduction(new Plateau(plateau.best(), 0), before.cooldown() - 1, before.factor());
    }
    if (plateau.badEpochs() <= patience) {
      return new Reduction(plateau, 0, before.factor());
    }
    double less = Math.max(before.factor() * factor, minFactor);
    return new Reduction(new Plateau(plateau.best(), 0), cooldown, Math.min(before.factor(), less));
  }
}
