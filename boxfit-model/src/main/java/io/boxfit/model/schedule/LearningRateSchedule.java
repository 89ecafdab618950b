package io.boxfit.model.schedule;

/** Which part of the optimiser's learning rate each step gets. */
public sealed interface LearningRateSchedule
    permits Constant, Step, Cosine, OneCycle, ReduceOnPlateau {

  /**
   * The factor for one step.
   *
   * @param step from 0
   * @param course how long the training is
   */
  double factor(long step, Course course);
}
