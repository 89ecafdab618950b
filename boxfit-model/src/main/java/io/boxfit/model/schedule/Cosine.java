package io.boxfit.model.schedule;

import io.boxfit.core.BadInputException;
import io.boxfit.model.Default;

/**
 * Up along a line, then down along half a cosine (Loshchilov and Hutter, arXiv 1608.03983, equation
 * 5, without restarts; as PyTorch's {@code LinearLR} followed by {@code CosineAnnealingLR}).
 *
 * @param warmupShare share of the steps on the way up, in [0, 1), rounded to whole steps
 * @param startFactor what the first step gets where there is a way up, in (0, 1]
 * @param endFactor what the last step gets, in [0, 1]
 */
public record Cosine(
    @Default("0.05") double warmupShare,
    @Default("0.01") double startFactor,
    @Default("0") double endFactor)
    implements LearningRateSchedule {

  /**
   * @throws BadInputException if a number is impossible
   */
  public Cosine {
    if (!(warmupShare >= 0 && warmupShare < 1)) {
      throw new BadInputException("schedule.warmupShare must be in [0, 1), got " + warmupShare);
    }
    if (!(startFactor > 0 && startFactor <= 1)) {
      throw new BadInputException("schedule.startFactor must be in (0, 1], got " + startFactor);
    }
    if (!(endFactor >= 0 && endFactor <= 1)) {
      throw new BadInputException("schedule.endFactor must be in [0, 1], got " + endFactor);
    }
  }

  @Override
  public double factor(long step, Course course) {
    long warmup = Math.round(warmupShare * course.steps());
    if (step < warmup) {
      return startFactor + (1 - startFactor) * step / warmup;
    }
    double share = (double) (step - warmup) / Math.max(1, course.steps() - 1 - warmup);
    return endFactor + (1 - endFactor) / 2 * (1 + StrictMath.cos(StrictMath.PI * share));
  }
}
