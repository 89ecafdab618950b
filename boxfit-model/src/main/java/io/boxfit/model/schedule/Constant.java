package io.boxfit.model.schedule;

/** The same learning rate at every step. */
public record Constant() implements LearningRateSchedule {

  @Override
  public double factor(long step, long steps) {
    return 1;
  }
}
