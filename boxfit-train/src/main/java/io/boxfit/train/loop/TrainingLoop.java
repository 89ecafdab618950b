package io.boxfit.train.loop;

import io.boxfit.core.random.Seed;
import io.boxfit.core.trace.Look;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.model.network.LayerOutline;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.model.schedule.Monitor;
import io.boxfit.train.batch.Batch;
import io.boxfit.train.batch.BatchMaker;
import io.boxfit.train.batch.BatchQueue;
import io.boxfit.train.batch.PictureEncoder;
import io.boxfit.train.batch.TrainingData;
import io.boxfit.train.checkpoint.Checkpoints;
import io.boxfit.train.checkpoint.EpochFigures;
import io.boxfit.train.checkpoint.TrainingState;
import io.boxfit.train.engine.Engine;
import io.boxfit.train.engine.ParameterLayout;
import io.boxfit.train.objective.Objective;
import io.boxfit.train.received.Received;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/** The loop: batch, loss, gradient, step. Everything else listens. */
public final class TrainingLoop {
  private final Recipe recipe;
  private final TrainingData data;
  private final ParameterLayout layout;
  private final TrainingState state;
  private final Checkpoints checkpoints;
  private final List<TrainingListener> listeners;
  private final Cadence cadence;
  private final PictureEncoder encoder;

  /**
   * @param recipe how
   * @param data with what
   * @param layout of the recipe's network
   * @param state where to begin
   * @param checkpoints where to save
   * @param listeners are told every event, in this order
   */
  public TrainingLoop(
      Recipe recipe,
      TrainingData data,
      ParameterLayout layout,
      TrainingState state,
      Checkpoints checkpoints,
      List<TrainingListener> listeners) {
    this.recipe = recipe;
    this.data = data;
    this.layout = layout;
    this.state = state;
    this.checkpoints = checkpoints;
    this.listeners = List.copyOf(listeners);
    this.cadence = new Cadence(recipe.steps());
    this.encoder = new PictureEncoder(recipe.network().input());
  }

  /**
   * A training from the recipe's first weights that leaves nothing behind but its state.
   *
   * @param listeners are told every event, in this order
   */
  public static TrainingLoop inMemory(
      Recipe recipe, TrainingData data, List<TrainingListener> listeners) {
    ParameterLayout layout = ParameterLayout.of(recipe.network());
    TrainingState first = TrainingState.first(recipe, layout);
    return new TrainingLoop(recipe, data, layout, first, Checkpoints.NONE, listeners);
  }

  /** Where the training stands. */
  public TrainingState state() {
    return state;
  }

  /**
   * Trains from where the state stands to the last step, or to where early stopping ends the run.
   *
   * @param stopRequested asked between steps; a run that stops early is saved first
   * @return whether the end was reached
   * @throws NonFiniteLossException if the loss is not a number and the recipe stops there; the last
   *     checkpoint stands
   */
  public boolean run(BooleanSupplier stopRequested) {
    Engine.start();
    Seed seed = new Seed(recipe.seed());
    Objective objective = Objective.of(recipe.loss(), recipe.network(), seed);
    BatchMaker maker = new BatchMaker(data.parts(), encoder, seed);
    try (Workers workers =
            new Workers(recipe.network(), layout, objective, recipe.threads(), recipe.batchSize());
        BatchQueue queue = new BatchQueue(maker, state.step(), recipe.steps())) {
      Probe probe =
          new Probe(data.probe(), data.probeSplit(), encoder, recipe.output().wholePixels());
      if (state.step() == 0) {
        tell(start());
        look(workers, probe);
      }
      Validation validation = new Validation(data.probe(), encoder, recipe.output().wholePixels());
      while (state.step() < recipe.steps() && !state.watch().ends()) {
        if (stopRequested.getAsBoolean()) {
          checkpoints.save(state, false);
          return false;
        }
        step(workers, queue);
        if (state.step() % recipe.stepsPerEpoch() == 0) {
          epochDone(workers, validation);
        }
        if (cadence.probed(state.step()) || state.watch().ends()) {
          look(workers, probe);
        }
      }
      state.watch().restoreBest(state.weights());
      tell(end("finished"));
      return true;
    }
  }

  private void step(Workers workers, BatchQueue queue) {
    long begin = System.nanoTime();
    Batch batch = queue.take();
    if (state.step() == 0) {
      tell(forward());
      tell(workers.received(batch, recipe.steps()));
    }
    if (cadence.asked(state.step() + 1, recipe.stepsPerEpoch())) {
      tell(TrainedBoxes.look(workers, state.weights(), batch, recipe.output().wholePixels()));
    }
    float[] gradient = new float[layout.length()];
    double loss = workers.learn(state.weights(), batch, recipe.steps(), gradient);
    long number = state.step() + 1;
    double rate = recipe.learningRate(state.step()) * state.watch().factor();
    int epoch = (int) (state.step() / recipe.stepsPerEpoch()) + 1;
    if (stopsOnNonFinite() && !Double.isFinite(loss)) {
      tell(new TraceEvent.Step(number, epoch, state.seconds(), loss, rate, Map.of()));
      throw notFinite("the loss is not a number at step " + number, rate);
    }
    boolean lookInto = cadence.lookedInto(number);
    float[] before = lookInto ? state.weights().clone() : null;
    state.optimizer().step(state.weights(), gradient, rate);
    state.stepDone(loss, (System.nanoTime() - begin) / 1e9);
    Map<String, TraceEvent.LayerState> layers =
        lookInto ? LayerStates.of(layout, gradient, before, state.weights()) : Map.of();
    tell(new TraceEvent.Step(number, epoch, state.seconds(), loss, rate, layers));
  }

  private void epochDone(Workers workers, Validation validation) {
    long begin = System.nanoTime();
    OptionalDouble iou =
        recipe.monitors(Monitor.VALIDATION_IOU)
            ? OptionalDouble.of(validation.meanIou(workers, state.weights()))
            : OptionalDouble.empty();
    OptionalDouble kept =
        recipe.monitors(Monitor.VALIDATION_LOSS)
            ? OptionalDouble.of(validation.meanLoss(workers, state.weights()))
            : OptionalDouble.empty();
    double loss = state.epochLoss() / recipe.stepsPerEpoch();
    EpochFigures figures = new EpochFigures(loss, kept.orElse(Double.NaN), iou.orElse(Double.NaN));
    state.epochDone(figures, (System.nanoTime() - begin) / 1e9);
    int epoch = (int) (state.step() / recipe.stepsPerEpoch());
    tell(new TraceEvent.Epoch(epoch, state.step(), loss, kept, iou));
  }

  private NonFiniteLossException notFinite(String what, double rate) {
    tell(end("nonFinite"));
    String kept =
        checkpoints
            .newestStep()
            .map(step -> "the checkpoint of step " + step + " is kept")
            .orElse("there is no checkpoint yet");
    return new NonFiniteLossException(
        what
            + " (learning rate "
            + rate
            + "): the run is stopped, "
            + kept
            + "; try a smaller optimizer.learningRate");
  }

  private void look(Workers workers, Probe probe) {
    long begin = System.nanoTime();
    if (stopsOnNonFinite() && !state.isFinite()) {
      // A checkpoint of such weights would push out the last good one.
      double rate = recipe.optimizer().learningRate();
      throw notFinite("a weight is not a number after step " + state.step(), rate);
    }
    TraceEvent.Probe event = probe.look(workers, state.weights(), state.step());
    boolean best = state.probed(event.meanIou(), (System.nanoTime() - begin) / 1e9);
    tell(event);
    checkpoints.save(state, best);
  }

  private boolean stopsOnNonFinite() {
    return recipe.onNonFinite() == Recipe.OnNonFinite.STOP;
  }

  private Look.Forward forward() {
    return new Look.Forward(
        LayerOutline.passed(recipe.network(), recipe.batchSize()),
        List.of(),
        OptionalDouble.empty(),
        Map.of(),
        Optional.empty(),
        List.of());
  }

  private TraceEvent start() {
    return new TraceEvent.Start(
        "Boxfit",
        recipe.network().nodes().size()
            + " layers, "
            + recipe.network().parameterCount()
            + " parameters",
        recipe.loss().getClass().getSimpleName(),
        recipe.optimizer().getClass().getSimpleName(),
        "XYXY",
        recipe.network().input().width(),
        recipe.network().input().height(),
        recipe.steps(),
        recipe.batchSize(),
        data.parts().stream().mapToLong(part -> part.dataset().size()).sum(),
        FirstGains.told(LayerOutline.of(recipe.network()), layout, state.weights()));
  }

  private TraceEvent end(String how) {
    boolean early = state.watch().ends() && state.step() < recipe.steps();
    boolean probed = Double.isFinite(state.bestMeanIou());
    return new TraceEvent.End(
        state.step(),
        state.seconds(),
        how,
        probed ? OptionalDouble.of(state.bestMeanIou()) : OptionalDouble.empty(),
        early ? OptionalLong.of(state.step()) : OptionalLong.empty());
  }

  private void tell(Received received) {
    for (TrainingListener listener : listeners) {
      listener.received(received);
    }
    tell(received.event());
  }

  private void tell(TraceEvent event) {
    for (TrainingListener listener : listeners) {
      listener.on(event);
    }
  }
}
