package io.boxfit.model.schedule;

/** The same learning rate at every step. */
public record Constant() implements LearningRateSchedule {

  @Override
  public double factor(long step, Course course) {
    return 1;
  }
}
