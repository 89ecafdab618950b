package io.boxfit.train.received;

import io.boxfit.core.box.Box;
import io.boxfit.core.box.BoxEncoding;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.model.network.Input;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What network and loss are really given: not the samples, but the numbers that became of them, and
 * what these mean to a reader who knows the recipe alone.
 *
 * @param input how the numbers of pictures are to be read
 * @param encoding how those of targets are
 * @param samples in the order of the batch
 */
public record Received(Input input, BoxEncoding encoding, List<ReceivedSample> samples) {
  private static final int SAMPLES = 24;

  /** Larger pictures are fewer: a sheet of them must stay a file that is easily opened. */
  private static final int PIXELS = 4_000_000;

  /** A hundredth of a gray level: more than single precision loses on the way. */
  private static final double TOLERANCE = 0.01;

  /** Copies the list. */
  public Received {
    samples = List.copyOf(samples);
  }

  /** How many samples of a batch are looked at, at least 1. */
  public static int most(Input input) {
    return Math.max(1, Math.min(SAMPLES, PIXELS / (input.width() * input.height())));
  }

  /** The level from 0 to 255 that a number of a picture stands for, by {@link Input}'s formula. */
  static double level(float number) {
    return number * 127.5 + 127.5;
  }

  /** Whether no pixel becomes this number. */
  static boolean isOutOfRange(float number) {
    double level = level(number);
    return !(level >= -TOLERANCE && level <= 255 + TOLERANCE);
  }

  /** The box of one sample in pixels, whatever its numbers say. */
  Box box(int sample) {
    return encoding.decode(numbers(samples.get(sample).target()), input.width(), input.height());
  }

  /** Whether a sample's box is none, or reaches more than a pixel out of the picture. */
  boolean isNoBox(int sample) {
    Box box = box(sample);
    return !(box.isProper()
        && box.xMin() >= -1
        && box.yMin() >= -1
        && box.xMax() <= input.width() + 1
        && box.yMax() <= input.height() + 1);
  }

  /** As a line of the trace. */
  public TraceEvent.Inputs event() {
    return new TraceEvent.Inputs(
        samples.size(),
        TraceEvent.Range.of(
            samples.stream().flatMapToDouble(s -> DoubleStream.of(numbers(s.image())))),
        samples.stream().mapToLong(s -> outOfRange(s.image())).sum(),
        Optional.of(
            TraceEvent.Range.of(
                samples.stream().flatMapToDouble(s -> DoubleStream.of(numbers(s.target()))))),
        Optional.of(encoding),
        (int) IntStream.range(0, samples.size()).filter(this::isNoBox).count(),
        Optional.empty());
  }

  private static long outOfRange(float[] image) {
    long count = 0;
    for (float number : image) {
      count += isOutOfRange(number) ? 1 : 0;
    }
    return count;
  }

  private static double[] numbers(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
  }
}
