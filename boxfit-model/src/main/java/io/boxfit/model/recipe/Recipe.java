package io.boxfit.model.recipe;

import io.boxfit.core.BadInputException;
import io.boxfit.model.Default;
import io.boxfit.model.augmentation.Augmentation;
import io.boxfit.model.loss.CoarseToFineLoss;
import io.boxfit.model.loss.Loss;
import io.boxfit.model.network.Network;
import io.boxfit.model.optimizer.Optimizer;
import io.boxfit.model.schedule.Course;
import io.boxfit.model.schedule.EarlyStopping;
import io.boxfit.model.schedule.LearningRateSchedule;
import io.boxfit.model.schedule.Monitor;
import io.boxfit.model.schedule.ReduceOnPlateau;
import java.util.Optional;

/**
 * Everything that determines a training but the pictures themselves.
 *
 * @param seed starts, order, jitter
 * @param data which samples
 * @param network what is trained, with the input it expects
 * @param initializer how parameters start that say nothing of their own
 * @param initFrom weights of another training to begin with, where names and shapes agree
 * @param loss what is made small
 * @param optimizer how
 * @param schedule of the learning rate
 * @param earlyStopping when the training ends before its last epoch
 * @param augmentation how training pictures are varied; empty: not at all
 * @param batchSize samples a step
 * @param epochs passes over the training samples
 * @param threads cores that train
 * @param output what is given out
 * @param onNonFinite what happens when the loss is not a number
 */
public record Recipe(
    @Default("1") long seed,
    DataRecipe data,
    Network network,
    @Default("{}") Initializers initializer,
    @Default("") Optional<WeightsFile> initFrom,
    Loss loss,
    Optimizer optimizer,
    @Default("{name: constant}") LearningRateSchedule schedule,
    @Default("") Optional<EarlyStopping> earlyStopping,
    @Default("") Optional<Augmentation> augmentation,
    @Default("32") int batchSize,
    @Default("1") int epochs,
    @Default("1") int threads,
    @Default("{}") Output output,
    @Default("stop") OnNonFinite onNonFinite) {

  /**
   * @throws BadInputException if a number is impossible or the loss cannot train the network
   */
  public Recipe {
    require(batchSize >= 1 && batchSize <= 65_536, "batchSize", "[1, 65536]", batchSize);
    require(epochs >= 1 && epochs <= 1_000_000, "epochs", "[1, 1000000]", epochs);
    require(threads >= 1 && threads <= 1024, "threads", "[1, 1024]", threads);
    require(
        data.trainedCount() >= batchSize,
        "data.trainCount without the validation share",
        "[batchSize = " + batchSize + ", ...)",
        data.trainedCount());
    if (schedule instanceof ReduceOnPlateau reduce) {
      requireKnown("schedule", reduce.monitor(), data, loss);
    }
    earlyStopping.ifPresent(s -> requireKnown("earlyStopping", s.monitor(), data, loss));
    loss.requireFit(network);
  }

  /** This recipe with another network. */
  public Recipe with(Network other) {
    return new Recipe(
        seed,
        data,
        other,
        initializer,
        initFrom,
        loss,
        optimizer,
        schedule,
        earlyStopping,
        augmentation,
        batchSize,
        epochs,
        threads,
        output,
        onNonFinite);
  }

  /** How many steps one epoch has; samples that do not fill a batch wait for another order. */
  public long stepsPerEpoch() {
    return data.trainedCount() / batchSize;
  }

  /** How many steps there are in all. */
  public long steps() {
    return stepsPerEpoch() * epochs;
  }

  /** The schedule, where it looks at the figures of epochs. */
  public Optional<ReduceOnPlateau> reduceOnPlateau() {
    return Optional.of(schedule)
        .filter(ReduceOnPlateau.class::isInstance)
        .map(ReduceOnPlateau.class::cast);
  }

  /** Whether something looks at this figure of each epoch. */
  public boolean monitors(Monitor monitor) {
    return reduceOnPlateau().map(ReduceOnPlateau::monitor).filter(monitor::equals).isPresent()
        || earlyStopping.map(EarlyStopping::monitor).filter(monitor::equals).isPresent();
  }

  /** The learning rate of one step, from 0, before plateaus reduce it. */
  public double learningRate(long step) {
    return optimizer.learningRate() * schedule.factor(step, new Course(steps(), stepsPerEpoch()));
  }

  private static void requireKnown(String who, Monitor monitor, DataRecipe data, Loss loss) {
    if (monitor != Monitor.TRAINING_LOSS && data.validationShare() == 0) {
      throw new BadInputException(
          who
              + ".monitor: "
              + monitor.word()
              + " needs samples kept back; set data.validationShare");
    }
    if (monitor == Monitor.VALIDATION_LOSS && loss instanceof CoarseToFineLoss) {
      throw new BadInputException(
          who
              + ".monitor: validationLoss is not defined for loss coarseToFine, which is computed"
              + " only while training points the network at the object; take validationIou");
    }
  }

  private static void require(boolean holds, String name, String range, long value) {
    if (!holds) {
      throw new BadInputException(name + " must be in " + range + ", got " + value);
    }
  }

  /**
   * What the model gives out.
   *
   * @param wholePixels the box is rounded, because the data's truth is whole pixels
   * @param mirrored the model looks at the picture's mirror image, too: the mean of both boxes, or
   *     the surer one where they disagree; takes twice the time
   */
  public record Output(
      @Default("false") boolean wholePixels,
      @Default(value = "false", written = false) boolean mirrored) {}

  /** What happens when the loss or a weight is not a number. */
  public enum OnNonFinite {
    /** The run stops; the last good checkpoint is kept. */
    STOP,
    /** The run goes on to its last step with whatever comes out, as Keras does. */
    CONTINUE
  }
}
