package io.boxfit.search.trial;

import io.boxfit.core.box.Box;
import io.boxfit.core.metrics.ConstantBaseline;
import io.boxfit.core.metrics.Metrics;
import io.boxfit.core.random.Seed;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.data.Dataset;
import io.boxfit.data.letters.Letters;
import io.boxfit.data.letters.LettersPreset;
import io.boxfit.model.recipe.DataRecipe;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.train.checkpoint.Checkpoints;
import io.boxfit.train.checkpoint.TrainingState;
import io.boxfit.train.engine.Engine;
import io.boxfit.train.engine.ParameterLayout;
import io.boxfit.train.loop.TrainedNetwork;
import io.boxfit.train.loop.TrainingListener;
import io.boxfit.train.loop.TrainingLoop;
import io.boxfit.train.optimizer.OptimizerState;
import io.boxfit.train.run.LetterData;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Trains a trial in memory and judges it on letters that it never saw. */
public final class TrialRunner {
  /** Enough of the training set to know where boxes lie in it. */
  private static final int BASELINE_SAMPLES = 2000;

  private TrialRunner() {}

  /**
   * Runs one trial on the calling thread.
   *
   * @param listener hears every event of the training
   * @param stopRequested asked between steps
   * @return empty if it was stopped
   */
  public static Optional<TrialResult> run(
      Trial trial, TrainingListener listener, BooleanSupplier stopRequested) {
    Engine.start();
    Recipe recipe = trial.recipe();
    ParameterLayout layout = ParameterLayout.of(recipe.network());
    float[] start = layout.initial(new Seed(recipe.seed()), recipe.initializer());
    TrainingState state = new TrainingState(start, OptimizerState.of(recipe.optimizer(), layout));
    Watch watch = new Watch(listener);
    TrainingLoop loop =
        new TrainingLoop(
            recipe, LetterData.training(recipe), layout, state, Checkpoints.NONE, List.of(watch));
    if (!loop.run(stopRequested)) {
      return Optional.empty();
    }
    Dataset unseen = unseen(recipe.data(), trial.judgedOn());
    Metrics metrics =
        Metrics.of(new TrainedNetwork(recipe, state.weights()).judge(unseen), constant(recipe));
    return Optional.of(
        new TrialResult(
            Ending.of(metrics, finite(state.weights()), watch.moving),
            metrics,
            watch.firstNotANumber,
            watch.lastLoss,
            state.seconds()));
  }

  private static Dataset unseen(DataRecipe data, int count) {
    return new Letters(LettersPreset.parse(data.preset()), data.seed(), "test", count);
  }

  private static Box constant(Recipe recipe) {
    DataRecipe data = recipe.data();
    int count = Math.min(BASELINE_SAMPLES, data.trainedCount());
    Dataset seen = new Letters(LettersPreset.parse(data.preset()), data.seed(), "train", count);
    return ConstantBaseline.fit(
        IntStream.range(0, count).mapToObj(i -> seen.get(i).box()).toList());
  }

  private static boolean finite(float[] weights) {
    for (float weight : weights) {
      if (!Float.isFinite(weight)) {
        return false;
      }
    }
    return true;
  }

  /** Notes what the ending is decided by. */
  private static final class Watch implements TrainingListener {
    private final TrainingListener next;
    private long firstNotANumber;
    private double lastLoss = Double.NaN;
    private boolean moving = true;

    Watch(TrainingListener next) {
      this.next = next;
    }

    @Override
    public void on(TraceEvent event) {
      if (event instanceof TraceEvent.Step step) {
        lastLoss = step.loss();
        if (!Double.isFinite(lastLoss) && firstNotANumber == 0) {
          firstNotANumber = step.step();
        }
        if (!step.layers().isEmpty()) {
          moving = step.layers().values().stream().anyMatch(layer -> layer.gradientNorm() != 0);
        }
      }
      next.on(event);
    }
  }
}
