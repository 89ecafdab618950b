package io.boxfit.model.schedule;

import io.boxfit.core.BadInputException;
import io.boxfit.model.Default;
import java.util.List;

/**
 * Down by a factor at the begin of some epochs: every so many (PyTorch's {@code StepLR}) or at
 * those named ({@code MultiStepLR}).
 *
 * @param factor in (0, 1]
 * @param everyEpochs after so many epochs, and again; 0 where milestones say it
 * @param milestones after how many epochs, rising, from 1
 */
public record Step(
    @Default("0.1") double factor,
    @Default("0") int everyEpochs,
    @Default("[]") List<Integer> milestones)
    implements LearningRateSchedule {

  /**
   * @throws BadInputException if a number is impossible, or not exactly one of the two says when
   */
  public Step {
    milestones = List.copyOf(milestones);
    if (!(factor > 0 && factor <= 1)) {
      throw new BadInputException("schedule.factor must be in (0, 1], got " + factor);
    }
    if (everyEpochs < 0) {
      throw new BadInputException("schedule.everyEpochs must not be negative, got " + everyEpochs);
    }
    int before = 0;
    for (int milestone : milestones) {
      if (milestone <= before) {
        throw new BadInputException(
            "schedule.milestones must be rising numbers of epochs from 1, got " + milestones);
      }
      before = milestone;
    }
    if ((everyEpochs > 0) != milestones.isEmpty()) {
      throw new BadInputException(
          "schedule.everyEpochs or schedule.milestones must say when, one of the two");
    }
  }

  @Override
  public double factor(long step, Course course) {
    long epochs = step / course.stepsPerEpoch();
    double times =
        everyEpochs > 0
            ? epochs / everyEpochs
            : milestones.stream().filter(milestone -> milestone <= epochs).count();
    return StrictMath.pow(factor, times);
  }
}
