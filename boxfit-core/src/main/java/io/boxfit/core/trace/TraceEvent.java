package io.boxfit.core.trace;

import io.boxfit.core.box.Box;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a training tells while it runs, one line each of {@code trace.jsonl}. Progress bar, report
 * and diagnosis read these events and nothing else.
 */
public sealed interface TraceEvent {

  /**
   * The first line.
   *
   * @param framework who trains
   * @param network its name and size in words
   * @param loss its name
   * @param optimizer its name
   * @param boxFormat how boxes in this trace are to be read
   * @param imageWidth pixels
   * @param imageHeight pixels
   * @param steps planned in all
   * @param batchSize samples a step
   */
  record Start(
      String framework,
      String network,
      String loss,
      String optimizer,
      String boxFormat,
      int imageWidth,
      int imageHeight,
      long steps,
      int batchSize)
      implements TraceEvent {}

  /**
   * One step of the optimiser.
   *
   * @param step from 1
   * @param epoch from 1
   * @param seconds of training so far, pauses left out
   * @param loss of the batch, before the step
   * @param learningRate of the step
   * @param layers per layer, where it was looked at; else empty
   */
  record Step(
      long step,
      int epoch,
      double seconds,
      double loss,
      double learningRate,
      Map<String, LayerState> layers)
      implements TraceEvent {

    /** Copies nothing: the map must not change. */
    public Step {}
  }

  /**
   * How one layer moves.
   *
   * @param gradientNorm Euclidean norm of its gradient
   * @param updateRatio norm of the step over norm of the weights
   * @param nonFinite gradients that are not numbers
   */
  record LayerState(double gradientNorm, double updateRatio, int nonFinite) {}

  /**
   * What the network says about a fixed set of samples.
   *
   * @param step after which, 0 for before the first
   * @param split where the samples come from: {@code validation} or {@code train}
   * @param meanIou of the predictions, rounded where the model rounds
   * @param truth true boxes, up to 256
   * @param predicted boxes in the same order
   */
  record Probe(long step, String split, double meanIou, List<Box> truth, List<Box> predicted)
      implements TraceEvent {}

  /**
   * The end of a pass over the data.
   *
   * @param epoch from 1
   * @param step the last of the epoch
   * @param meanLoss over its steps
   * @param validationIou mean IoU on samples kept back, where the recipe looks at it
   */
  record Epoch(int epoch, long step, double meanLoss, OptionalDouble validationIou)
      implements TraceEvent {}

  /**
   * The last line.
   *
   * @param step the last done
   * @param seconds of training, pauses left out
   * @param state how it ended: {@code finished} or {@code nonFinite}
   * @param bestMeanIou of all probes, where there was one
   * @param stoppedEarlyAt the step after which early stopping ended the run, where it did
   */
  record End(
      long step,
      double seconds,
      String state,
      OptionalDouble bestMeanIou,
      OptionalLong stoppedEarlyAt)
      implements TraceEvent {}
}
