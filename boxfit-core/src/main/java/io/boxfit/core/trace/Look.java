package io.boxfit.core.trace;

import io.boxfit.core.box.Box;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a recorder sees when it looks into a network, or asks it otherwise. */
public sealed interface Look extends TraceEvent {

  /**
   * What was seen when the network was first given a batch in training; told before the first step.
   *
   * @param layers in the order in which the batch went through them; none where unknown
   * @param frozen layers with parameters none of which the optimiser steps, by name
   * @param foreign kinds of layers with parameters that the batch went through within the network,
   *     that are no part of it and that the optimiser does not step
   * @param differs how much pictures differ, as in {@link Passed}
   * @param optimizer its settings that are numbers, by the framework's names
   * @param rates learning rate of each of its groups of parameters; none where unknown
   * @param probe numbers that stand for the pictures of the probes
   * @param targets of each of the numbers that an output is compared with, over the batch
   * @param trained the batch's pictures
   * @param asked the probes' pictures
   * @param mixed how much what is said of one picture in use hangs on others of its batch: the
   *     largest gradient of its outputs to another one over that to its own; 0 where each stands
   *     for itself
   */
  record Forward(
      List<Passed> layers,
      List<String> frozen,
      List<String> foreign,
      OptionalDouble differs,
      Map<String, Double> optimizer,
      List<Double> rates,
      Optional<TraceEvent.Range> probe,
      List<Column> targets,
      Pictures trained,
      Pictures asked,
      OptionalDouble mixed)
      implements Look {

    /** Copies the lists; the map must not change. */
    public Forward {
      layers = List.copyOf(layers);
      frozen = List.copyOf(frozen);
      foreign = List.copyOf(foreign);
      rates = List.copyOf(rates);
      targets = List.copyOf(targets);
    }

    /** Where nobody looked at learning rates of groups and at how pictures were brought to size. */
    public Forward(
        List<Passed> layers,
        List<String> frozen,
        OptionalDouble differs,
        Map<String, Double> optimizer,
        Optional<TraceEvent.Range> probe,
        List<Column> targets) {
      this(
          layers,
          frozen,
          List.of(),
          differs,
          optimizer,
          List.of(),
          probe,
          targets,
          Pictures.UNKNOWN,
          Pictures.UNKNOWN,
          OptionalDouble.empty());
    }
  }

  /**
   * How pictures are given to a network.
   *
   * @param shape the batch first; empty where unknown
   * @param blank share of the rows and columns of a picture that hold one number from end to end,
   *     the mean over the pictures: the bars beside one that was padded
   * @param channels mean of each channel, where there are at most four; else empty
   */
  record Pictures(List<Long> shape, OptionalDouble blank, List<Double> channels) {
    /** Where nobody looked. */
    public static final Pictures UNKNOWN =
        new Pictures(List.of(), OptionalDouble.empty(), List.of());

    /** Copies the lists. */
    public Pictures {
      shape = List.copyOf(shape);
      channels = List.copyOf(channels);
    }

    /** Whether another one's rows are this one's columns, in pictures that are no squares. */
    public boolean isTurned(Pictures other) {
      int axes = shape.size();
      return axes > 2
          && axes == other.shape.size()
          && !shape.get(axes - 1).equals(shape.get(axes - 2))
          && shape.get(axes - 1).equals(other.shape.get(axes - 2))
          && shape.get(axes - 2).equals(other.shape.get(axes - 1));
    }
  }

  /**
   * A layer that a batch went through.
   *
   * @param name as in {@link TraceEvent.Layer}
   * @param given shape of what went in, the batch first
   * @param gives shape of what came out
   * @param differs how much samples differ behind it: the deviation among them of the number in one
   *     place, over the root mean square of all numbers; 0 where all are alike
   */
  record Passed(String name, List<Long> given, List<Long> gives, OptionalDouble differs) {

    /** Copies the lists. */
    public Passed {
      given = List.copyOf(given);
      gives = List.copyOf(gives);
    }
  }

  /**
   * One of the numbers that a sample's output is compared with.
   *
   * @param mean over the batch
   * @param deviation over the batch
   */
  record Column(double mean, double deviation) {}

  /**
   * How the loss of one step pulls at the network's outputs, and what of that comes through to the
   * last layer with weights.
   *
   * @param step from 1
   * @param gradient of each of the outputs of a sample: root mean square over the batch
   * @param noGradient share of the outputs that get a gradient of exactly zero, 0 to 1
   * @param last numbers that the last layer with weights gave, before what stands behind it
   * @param slope of what stands behind it, its absolute value: the median over what gets a gradient
   * @param held share of what gets a gradient whose slope is exactly zero, 0 to 1
   * @param reached false where the loss was sent back and no gradient came to the outputs at all
   * @param idle share of the samples none of whose outputs gets a gradient, 0 to 1
   * @param own how much of its own the pull at each output has: of the pulls at all of them, each
   *     brought to length one over the batch, the least singular value over the largest, 0 to 1; 0
   *     where one follows from the others
   * @param lastOwn the same at what the last layer with weights gives
   * @param along the cosine between what the last layer with weights gives and the pull at it,
   *     without its sign: the median over the samples; 0 where its length makes no difference
   */
  record Pull(
      long step,
      List<Double> gradient,
      double noGradient,
      Optional<TraceEvent.Range> last,
      OptionalDouble slope,
      OptionalDouble held,
      boolean reached,
      OptionalDouble idle,
      OptionalDouble own,
      OptionalDouble lastOwn,
      OptionalDouble along)
      implements Look {

    /** Copies the list. */
    public Pull {
      gradient = List.copyOf(gradient);
    }

    /** Where nobody looked at how outputs hang together. */
    public Pull(
        long step,
        List<Double> gradient,
        double noGradient,
        Optional<TraceEvent.Range> last,
        OptionalDouble slope,
        OptionalDouble held) {
      this(
          step,
          gradient,
          noGradient,
          last,
          slope,
          held,
          true,
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty());
    }
  }

  /**
   * What the network says, asked as the probe asks, about samples of a batch before it is trained
   * with them. Where samples are trained with for the first time, this is as honest as a probe.
   *
   * @param step from 1
   * @param truth what they are trained for, turned into boxes as answers are
   * @param predicted in the same order
   */
  record Trained(long step, List<Box> truth, List<Box> predicted) implements Look {

    /** Copies the lists. */
    public Trained {
      truth = List.copyOf(truth);
      predicted = List.copyOf(predicted);
    }
  }

  /**
   * What the network says about the pictures of the last probe when it is asked otherwise. Boxes
   * stand in the order of the probe's.
   *
   * @param step after which
   * @param use as the probe asks
   * @param training in the modes of the training
   * @param again the same once more, with other random numbers
   * @param reversed as the probe asks, last picture first
   * @param moved as the probe asks, pictures moved to the right and down, what leaves coming in on
   *     the other side
   * @param by how many pixels, to the right and down
   */
  record Repeat(
      long step,
      List<Box> use,
      List<Box> training,
      List<Box> again,
      List<Box> reversed,
      List<Box> moved,
      List<Double> by)
      implements Look {

    /** Copies the lists. */
    public Repeat {
      use = List.copyOf(use);
      training = List.copyOf(training);
      again = List.copyOf(again);
      reversed = List.copyOf(reversed);
      moved = List.copyOf(moved);
      by = List.copyOf(by);
    }
  }
}
