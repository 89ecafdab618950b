package io.boxfit.train.checkpoint;

import io.boxfit.core.random.Seed;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.train.engine.ParameterLayout;
import io.boxfit.train.optimizer.OptimizerState;

/**
 * Where a training stands between two steps; changed by the loop, saved by checkpoints. Random
 * streams need no place here: every draw is a function of seed, name and number.
 */
public final class TrainingState {
  private final float[] weights;
  private final OptimizerState optimizer;
  private final EpochWatch watch;
  private long step;
  private double seconds;
  private double epochLoss;
  private double bestMeanIou = Double.NEGATIVE_INFINITY;

  /**
   * @param weights all parameters, flat
   * @param optimizer with its memory
   * @param watch what looks at epochs
   */
  public TrainingState(float[] weights, OptimizerState optimizer, EpochWatch watch) {
    this.weights = weights;
    this.optimizer = optimizer;
    this.watch = watch;
  }

  /**
   * Before the first step of a recipe.
   *
   * @param layout of the recipe's network
   */
  public static TrainingState first(Recipe recipe, ParameterLayout layout) {
    return new TrainingState(
        layout.initial(new Seed(recipe.seed()), recipe.initializer()),
        OptimizerState.of(recipe.optimizer(), layout),
        EpochWatch.of(recipe, layout.length()));
  }

  /** All parameters, flat; the array itself. */
  public float[] weights() {
    return weights;
  }

  /** Whether every parameter is a number. */
  public boolean isFinite() {
    for (float weight : weights) {
      if (!Float.isFinite(weight)) {
        return false;
      }
    }
    return true;
  }

  /** The optimiser with its memory. */
  public OptimizerState optimizer() {
    return optimizer;
  }

  /** What looks at epochs, with its memory. */
  public EpochWatch watch() {
    return watch;
  }

  /** Steps done. */
  public long step() {
    return step;
  }

  /** Seconds of training so far, over all parts of a resumed run. */
  public double seconds() {
    return seconds;
  }

  /** Sum of the losses of the epoch under way. */
  public double epochLoss() {
    return epochLoss;
  }

  /** The best mean IoU of the probes so far; negative infinity before the first. */
  public double bestMeanIou() {
    return bestMeanIou;
  }

  /** Goes on from a saved place; weights and memory were written into their arrays. */
  public void resume(long atStep, double atSeconds, double atEpochLoss, double atBestMeanIou) {
    step = atStep;
    seconds = atSeconds;
    epochLoss = atEpochLoss;
    bestMeanIou = atBestMeanIou;
    optimizer.resume(atStep);
  }

  /** Notes a step with its loss. */
  public void stepDone(double loss, double stepSeconds) {
    step++;
    epochLoss += loss;
    seconds += stepSeconds;
  }

  /**
   * Notes the end of a pass over the data.
   *
   * @param figures of it
   * @param validationSeconds that they took
   */
  public void epochDone(EpochFigures figures, double validationSeconds) {
    seconds += validationSeconds;
    watch.epochDone(figures, weights);
    epochLoss = 0;
  }

  /** Notes a probe; true where it is the best so far. */
  public boolean probed(double meanIou, double probeSeconds) {
    seconds += probeSeconds;
    boolean best = meanIou > bestMeanIou;
    if (best) {
      bestMeanIou = meanIou;
    }
    return best;
  }
}
