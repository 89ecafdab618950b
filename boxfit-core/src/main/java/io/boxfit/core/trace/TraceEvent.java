package io.boxfit.core.trace;

import io.boxfit.core.box.Box;
import io.boxfit.core.box.BoxEncoding;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.DoubleStream;

/**
 * What a training tells while it runs, one line each of {@code trace.jsonl}. Progress bar, report
 * and diagnosis read these events and nothing else.
 *
 * <p>Other frameworks tell less. What they leave out is {@code NaN}, 0, an empty text or an empty
 * optional, as each field says; Boxfit's own trainings know everything but what is optional.
 */
public sealed interface TraceEvent
    permits TraceEvent.Start,
        TraceEvent.Inputs,
        TraceEvent.Step,
        TraceEvent.Probe,
        TraceEvent.Epoch,
        TraceEvent.End,
        Look {

  /**
   * The first line.
   *
   * @param framework who trains; empty where unknown
   * @param network its name and size in words; empty where unknown
   * @param loss its name; empty where unknown
   * @param optimizer its name; empty where unknown
   * @param boxFormat how boxes in this trace are to be read: {@code XYXY}
   * @param imageWidth pixels; 0 where unknown
   * @param imageHeight pixels; 0 where unknown
   * @param steps planned in all; 0 where unknown
   * @param batchSize samples a step; 0 where unknown
   * @param samples that are trained on; 0 where unknown
   * @param layers of the network, in its order; none where unknown
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
      int batchSize,
      long samples,
      List<Layer> layers)
      implements TraceEvent {

    /** Copies the list. */
    public Start {
      layers = List.copyOf(layers);
    }

    /** The same with layers in another order. */
    public Start withLayers(List<Layer> others) {
      return new Start(
          framework,
          network,
          loss,
          optimizer,
          boxFormat,
          imageWidth,
          imageHeight,
          steps,
          batchSize,
          samples,
          others);
    }

    /** A start that tells neither its samples nor its layers. */
    public Start(
        String framework,
        String network,
        String loss,
        String optimizer,
        String boxFormat,
        int imageWidth,
        int imageHeight,
        long steps,
        int batchSize) {
      this(
          framework,
          network,
          loss,
          optimizer,
          boxFormat,
          imageWidth,
          imageHeight,
          steps,
          batchSize,
          0,
          List.of());
    }
  }

  /**
   * One layer of a network, in its framework's words.
   *
   * @param name unique in the network
   * @param kind such as {@code Conv2d}, {@code Dense}, {@code Dropout}
   * @param units numbers or channels that come out, where it has weights; places that are left,
   *     where it is an adaptive pool
   * @param share of its inputs that a dropout sets to zero, in [0, 1]
   * @param momentum share of a batch norm's moving statistics that a step keeps, in [0, 1]
   * @param gain of its first weights: their standard deviation times the root of the numbers that a
   *     unit sums up; 0 where all are one number; He's start has 1.41, Glorot's about 1
   * @param copies share of its units whose first weights are those of another one, in [0, 1); 0
   *     where each has its own
   */
  record Layer(
      String name,
      String kind,
      OptionalLong units,
      OptionalDouble share,
      OptionalDouble momentum,
      OptionalDouble gain,
      OptionalDouble copies) {

    /** A layer whose first weights nobody compared. */
    public Layer(
        String name,
        String kind,
        OptionalLong units,
        OptionalDouble share,
        OptionalDouble momentum,
        OptionalDouble gain) {
      this(name, kind, units, share, momentum, gain, OptionalDouble.empty());
    }

    /** The same with the gain of its first weights. */
    public Layer withGain(double other) {
      return new Layer(name, kind, units, share, momentum, OptionalDouble.of(other), copies);
    }
  }

  /**
   * What network and loss were given at the first step, read from the numbers themselves; told
   * before it.
   *
   * @param samples the first of the first batch, in their order
   * @param pixels numbers that stand for the pictures
   * @param outOfRange numbers among them that no pixel becomes
   * @param targets numbers that the loss compares boxes with, four a sample
   * @param encoding how those are to be read
   * @param noBoxes samples whose four numbers are no box within the picture
   * @param outputs numbers that the network gave for these samples
   * @param noTargets numbers among the targets that are not finite
   * @param outputShape of what the network gives; empty where unknown
   * @param targetShape of what the loss compares it with; empty where unknown
   */
  record Inputs(
      int samples,
      Range pixels,
      long outOfRange,
      Optional<Range> targets,
      Optional<BoxEncoding> encoding,
      int noBoxes,
      Optional<Range> outputs,
      long noTargets,
      List<Long> outputShape,
      List<Long> targetShape)
      implements TraceEvent {

    /** No part may be null. Copies the lists. */
    public Inputs {
      Objects.requireNonNull(pixels, "pixels");
      Objects.requireNonNull(targets, "targets");
      Objects.requireNonNull(encoding, "encoding");
      Objects.requireNonNull(outputs, "outputs");
      outputShape = List.copyOf(outputShape);
      targetShape = List.copyOf(targetShape);
    }

    /** Of a framework whose targets are numbers, of the shape that outputs have. */
    public Inputs(
        int samples,
        Range pixels,
        long outOfRange,
        Optional<Range> targets,
        Optional<BoxEncoding> encoding,
        int noBoxes,
        Optional<Range> outputs) {
      this(
          samples,
          pixels,
          outOfRange,
          targets,
          encoding,
          noBoxes,
          outputs,
          0,
          List.of(),
          List.of());
    }
  }

  /**
   * Where numbers lie; not a number where none of them is finite.
   *
   * @param min the least of those that are finite
   * @param max the greatest of those
   * @param mean of those
   */
  record Range(double min, double max, double mean) {

    /** Of some numbers. */
    public static Range of(DoubleStream numbers) {
      DoubleSummaryStatistics finite = numbers.filter(Double::isFinite).summaryStatistics();
      return finite.getCount() == 0
          ? new Range(Double.NaN, Double.NaN, Double.NaN)
          : new Range(finite.getMin(), finite.getMax(), finite.getAverage());
    }
  }

  /**
   * One step of the optimiser.
   *
   * @param step from 1
   * @param epoch from 1; 0 where unknown
   * @param seconds of training so far, pauses left out; NaN where unknown
   * @param loss of the batch, before the step; NaN where it was not a number
   * @param learningRate of the step; NaN where unknown
   * @param layers per layer, where it was looked at; else empty
   * @param overlapFreeShare share of the batch's samples whose predicted box does not overlap the
   *     true one, 0 to 1, where it was looked at
   * @param gradientsKept whether the gradients of the step before were still in this one's, where
   *     it was looked at
   */
  record Step(
      long step,
      int epoch,
      double seconds,
      double loss,
      double learningRate,
      Map<String, LayerState> layers,
      OptionalDouble overlapFreeShare,
      Optional<Boolean> gradientsKept)
      implements TraceEvent {

    /** Copies nothing: the map must not change. */
    public Step {}

    /** The same with layers in another order. */
    public Step withLayers(Map<String, LayerState> others) {
      return new Step(
          step, epoch, seconds, loss, learningRate, others, overlapFreeShare, gradientsKept);
    }

    /** A step whose overlaps and whose earlier gradients nobody looked at. */
    public Step(
        long step,
        int epoch,
        double seconds,
        double loss,
        double learningRate,
        Map<String, LayerState> layers) {
      this(
          step,
          epoch,
          seconds,
          loss,
          learningRate,
          layers,
          OptionalDouble.empty(),
          Optional.empty());
    }
  }

  /**
   * How one layer moves.
   *
   * @param gradientNorm Euclidean norm of its gradient, of what is finite in it; NaN where unknown
   * @param updateRatio norm of the step over norm of the weights before it; NaN where unknown
   * @param nonFinite numbers of its gradient that are NaN or infinite
   * @param deadShare share of its units whose weights get no gradient at all from the batch, 0 to
   *     1: behind a ReLU, those that give zero for every sample
   * @param saturatedShare share of its outputs at an end of its activation's range, 0 to 1
   * @param norm of the weights before the step
   */
  record LayerState(
      double gradientNorm,
      double updateRatio,
      int nonFinite,
      OptionalDouble deadShare,
      OptionalDouble saturatedShare,
      OptionalDouble norm) {

    /** A layer whose weights nobody measured. */
    public LayerState(
        double gradientNorm,
        double updateRatio,
        int nonFinite,
        OptionalDouble deadShare,
        OptionalDouble saturatedShare) {
      this(gradientNorm, updateRatio, nonFinite, deadShare, saturatedShare, OptionalDouble.empty());
    }

    /** A layer whose outputs nobody looked at. */
    public LayerState(double gradientNorm, double updateRatio, int nonFinite) {
      this(gradientNorm, updateRatio, nonFinite, OptionalDouble.empty(), OptionalDouble.empty());
    }
  }

  /**
   * What the network says about a fixed set of samples.
   *
   * @param step after which, 0 for before the first
   * @param split where the samples come from: {@code validation} or {@code train}; empty where
   *     unknown
   * @param meanIou of the predictions, rounded where the model rounds
   * @param truth true boxes, in pixels, up to 256
   * @param predicted boxes in the same order
   */
  record Probe(long step, String split, double meanIou, List<Box> truth, List<Box> predicted)
      implements TraceEvent {}

  /**
   * The end of a pass over the data.
   *
   * @param epoch from 1
   * @param step the last of the epoch
   * @param meanLoss over its steps; NaN where unknown
   * @param validationLoss mean loss on samples kept back, where the recipe looks at it
   * @param validationIou mean IoU on samples kept back, where the recipe looks at it
   */
  record Epoch(
      int epoch,
      long step,
      double meanLoss,
      OptionalDouble validationLoss,
      OptionalDouble validationIou)
      implements TraceEvent {}

  /**
   * The last line.
   *
   * @param step the last done
   * @param seconds of training, pauses left out; NaN where unknown
   * @param state how it ended: {@code finished}, {@code nonFinite}, or in other frameworks {@code
   *     failed}; empty where unknown
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
