package io.boxfit.search.trial;

import io.boxfit.core.box.Box;
import io.boxfit.core.metrics.Metrics;
import io.boxfit.core.metrics.Outcome;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.data.Dataset;
import io.boxfit.model.network.Input;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.train.batch.TrainingData;
import io.boxfit.train.checkpoint.TrainingState;
import io.boxfit.train.loop.TrainedNetwork;
import io.boxfit.train.loop.TrainingListener;
import io.boxfit.train.loop.TrainingLoop;
import io.boxfit.train.run.LetterData;
import io.boxfit.train.run.TrainingSetBaseline;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Trains a trial in memory and judges it on letters that it never saw. */
public final class TrialRunner {
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
    Recipe recipe = trial.recipe();
    return run(
        recipe, LetterData.training(recipe), LetterData.test(recipe), listener, stopRequested);
  }

  /**
   * Trains on the calling thread with other samples than the recipe's own.
   *
   * @param data to train with
   * @param unseen to judge by
   * @param listener hears every event of the training
   * @param stopRequested asked between steps
   * @return empty if it was stopped
   */
  public static Optional<TrialResult> run(
      Recipe recipe,
      TrainingData data,
      Dataset unseen,
      TrainingListener listener,
      BooleanSupplier stopRequested) {
    Watch watch = new Watch(listener);
    TrainingLoop loop = TrainingLoop.inMemory(recipe, data, List.of(watch));
    boolean finished = loop.run(() -> watch.lost() || stopRequested.getAsBoolean());
    if (!finished && !watch.lost()) {
      return Optional.empty();
    }
    TrainingState state = loop.state();
    List<Outcome> outcomes = new TrainedNetwork(recipe, state.weights()).judge(unseen);
    Metrics metrics = Metrics.of(outcomes, TrainingSetBaseline.fit(data));
    return Optional.of(
        new TrialResult(
            Ending.of(metrics, state.isFinite(), watch.moving),
            metrics,
            state.step() * recipe.batchSize(),
            watch.firstNotANumber,
            state.seconds(),
            outcomes.stream().limit(TrialResult.SHOWN).map(Outcome::prediction).toList()));
  }

  /** What a network scores on a trial's test samples that says the same box whatever it sees. */
  public static Metrics doNothing(Trial trial) {
    Box constant = TrainingSetBaseline.fit(LetterData.training(trial.recipe()));
    Dataset unseen = LetterData.test(trial.recipe());
    Input input = trial.recipe().network().input();
    List<Outcome> outcomes =
        IntStream.range(0, unseen.size())
            .mapToObj(
                i -> new Outcome(constant, unseen.get(i).box(), input.width(), input.height()))
            .toList();
    return Metrics.of(outcomes, constant);
  }

  /** Notes what the ending is decided by. */
  private static final class Watch implements TrainingListener {
    /** Losses in a row that are no number: the weights are none either, and stay so. */
    private static final int LOST = 5;

    private final TrainingListener next;
    private long firstNotANumber;
    private int notANumber;
    private boolean moving = true;

    Watch(TrainingListener next) {
      this.next = next;
    }

    boolean lost() {
      return notANumber >= LOST;
    }

    @Override
    public void on(TraceEvent event) {
      if (event instanceof TraceEvent.Step step) {
        if (!Double.isFinite(step.loss()) && firstNotANumber == 0) {
          firstNotANumber = step.step();
        }
        notANumber = Double.isNaN(step.loss()) ? notANumber + 1 : 0;
        if (!step.layers().isEmpty()) {
          moving = step.layers().values().stream().anyMatch(layer -> layer.gradientNorm() != 0);
        }
      }
      next.on(event);
    }
  }
}
