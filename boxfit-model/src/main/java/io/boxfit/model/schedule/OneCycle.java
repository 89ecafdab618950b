package io.boxfit.model.schedule;

import io.boxfit.core.BadInputException;
import io.boxfit.model.Default;

/**
 * Up once and down once, both along half a cosine (Smith and Topin, arXiv 1708.07120; as PyTorch's
 * {@code OneCycleLR} anneals by default).
 *
 * @param warmupShare share of the steps on the way up, in (0, 1)
 * @param startDivisor the first step gets 1 / startDivisor
 * @param endDivisor the last step gets 1 / (startDivisor * endDivisor)
 */
public record OneCycle(
    @Default("0.15") double warmupShare,
    @Default("25") double startDivisor,
    @Default("400") double endDivisor)
    implements LearningRateSchedule {

  /**
   * @throws BadInputException if a number is impossible
   */
  public OneCycle {
    if (!(warmupShare > 0 && warmupShare < 1)) {
      throw new BadInputException("schedule.warmupShare must be in (0, 1), got " + warmupShare);
    }
    atLeastOne("startDivisor", startDivisor);
    atLeastOne("endDivisor", endDivisor);
  }

  @Override
  public double factor(long step, Course course) {
    long steps = course.steps();
    double peak = warmupShare * steps - 1;
    double start = 1 / startDivisor;
    if (step < peak) {
      return cosine(start, 1, step / peak);
    }
    return cosine(1, start / endDivisor, Math.min(1, (step - peak) / (steps - 1 - peak)));
  }

  private static void atLeastOne(String name, double value) {
    if (!(value >= 1) || Double.isInfinite(value)) {
      throw new BadInputException(
          "schedule." + name + " must be a number of at least 1, got " + value);
    }
  }

  private static double cosine(double from, double to, double share) {
    return to + (from - to) / 2 * (1 + StrictMath.cos(StrictMath.PI * share));
  }
}
