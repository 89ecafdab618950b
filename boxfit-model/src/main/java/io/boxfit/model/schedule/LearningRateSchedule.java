package io.boxfit.model.schedule;

/** Which part of the optimiser's learning rate each step gets. */
public sealed interface LearningRateSchedule permits Constant, OneCycle {

  /**
   * The factor for one step.
   *
   * @param step from 0
   * @param steps how many there are in all, at least 1
   */
  double factor(long step, long steps);
}
