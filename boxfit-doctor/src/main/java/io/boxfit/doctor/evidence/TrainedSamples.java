package io.boxfit.doctor.evidence;

import io.boxfit.core.box.Box;
import io.boxfit.core.overlap.Iou;
import io.boxfit.core.trace.Look;
import io.boxfit.core.trace.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a network said of samples before it was trained with them, beside what it said of the
 * probe's at the same steps. As long as no sample came twice, the network knows no more of the one
 * than of the other: they cost the same where pictures and boxes of both are alike.
 *
 * @param truth what the samples are trained for, where it is a box, px
 * @param predicted in the same order
 * @param others the probe's
 * @param points share of the trained samples that are trained for a box without any size
 * @param noBoxes share of them that are trained for what is no box otherwise
 */
public record TrainedSamples(
    List<Box> truth, List<Box> predicted, Predictions others, double points, double noBoxes) {
  private static final Iou IOU = new Iou();

  /** Steps that are looked at; the last ones. */
  private static final int LATEST = 6;

  private static final int ENOUGH = 64;
  private static final int PASSES = 3;

  /** Of the deviation of the probe's true boxes. */
  private static final double OFF = 0.6;

  private static final double WIDER = 1.7;

  /** Of mean IoU; healthy trainings of the benchmark come to 0.05. */
  private static final double BETTER = 0.1;

  /** Pixels: what rounding leaves of zeros. */
  private static final double POINT = 1e-3;

  /** Of the picture. */
  private static final double LEAST = 0.02;

  /** Copies the lists. */
  public TrainedSamples {
    truth = List.copyOf(truth);
    predicted = List.copyOf(predicted);
  }

  /** Of the last steps; empty where fewer than 64 samples were asked about. */
  public static Optional<TrainedSamples> late(TraceHistory trace) {
    return of(trace, later(trace));
  }

  /**
   * Of the last steps of the first three passes over the samples: what came twice before is not
   * known by heart yet. Empty where there are too few, or nobody told how many samples there are.
   */
  public static Optional<TrainedSamples> early(TraceHistory trace) {
    long samples = trace.start().samples();
    if (samples == 0 || trace.start().batchSize() == 0) {
      return Optional.empty();
    }
    return of(
        trace,
        later(trace).stream()
            .filter(told -> told.step() * trace.start().batchSize() <= PASSES * samples)
            .toList());
  }

  /** Before the first step nothing was learned. */
  private static List<Look.Trained> later(TraceHistory trace) {
    return trace.trained().stream().filter(told -> told.step() > 1).toList();
  }

  private static Optional<TrainedSamples> of(TraceHistory trace, List<Look.Trained> told) {
    List<Look.Trained> last = told.subList(Math.max(0, told.size() - LATEST), told.size());
    // The next one knows more than the network did then: what is better than it is better.
    List<TraceEvent.Probe> probes =
        last.stream()
            .flatMap(
                one ->
                    trace.probes().stream()
                        .filter(probe -> probe.step() >= one.step())
                        .findFirst()
                        .stream())
            .distinct()
            .toList();
    List<Box> truth = last.stream().flatMap(one -> one.truth().stream()).toList();
    List<Box> said = last.stream().flatMap(one -> one.predicted().stream()).toList();
    int[] proper = IntStream.range(0, truth.size()).filter(i -> truth.get(i).isProper()).toArray();
    long points = truth.stream().filter(TrainedSamples::isPoint).count();
    Optional<Predictions> others = others(trace, probes);
    return truth.size() < ENOUGH || others.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new TrainedSamples(
                IntStream.of(proper).mapToObj(truth::get).toList(),
                IntStream.of(proper).mapToObj(said::get).toList(),
                others.get(),
                points / (double) truth.size(),
                (truth.size() - proper.length - points) / (double) truth.size()));
  }

  private static boolean isPoint(Box box) {
    return Math.abs(box.width()) < POINT && Math.abs(box.height()) < POINT;
  }

  private static Optional<Predictions> others(TraceHistory trace, List<TraceEvent.Probe> probes) {
    List<Predictions> each =
        probes.stream().map(trace::predictions).flatMap(Optional::stream).toList();
    if (each.isEmpty()) {
      return Optional.empty();
    }
    List<Box> truth = new ArrayList<>();
    List<Box> said = new ArrayList<>();
    for (Predictions one : each) {
      truth.addAll(one.truth());
      said.addAll(one.predicted());
    }
    return Optional.of(new Predictions(truth, said, each.get(0).width(), each.get(0).height()));
  }

  /** Mean IoU of the trained samples; not a number where there are none. */
  public double meanIou() {
    return meanIou(truth, predicted);
  }

  /** Mean IoU of the probe's. */
  public double othersIou() {
    return meanIou(others.truth(), others.predicted());
  }

  /** By how much the trained samples' mean IoU is above the probe's. */
  public double lead() {
    return meanIou() - othersIou();
  }

  /** Whether the network knows far more of the trained samples than of the probe's. */
  public boolean isBetterKnown() {
    return lead() >= BETTER;
  }

  private static double meanIou(List<Box> truth, List<Box> said) {
    return IntStream.range(0, truth.size())
        .mapToDouble(i -> IOU.of(said.get(i), truth.get(i)))
        .average()
        .orElse(Double.NaN);
  }

  /** How many times as far centres are off as the probe's, root mean squares; the larger axis. */
  public double centres() {
    return Math.max(times(Box::centerX), times(Box::centerY));
  }

  /** The same of widths and heights. */
  public double sizes() {
    return Math.max(times(Box::width), times(Box::height));
  }

  private double times(ToDoubleFunction<Box> figure) {
    return off(truth, predicted, figure) / off(others.truth(), others.predicted(), figure);
  }

  private static double off(List<Box> truth, List<Box> said, ToDoubleFunction<Box> figure) {
    double squares =
        IntStream.range(0, truth.size())
            .mapToDouble(
                i -> figure.applyAsDouble(said.get(i)) - figure.applyAsDouble(truth.get(i)))
            .map(apart -> apart * apart)
            .average()
            .orElse(Double.NaN);
    return Math.sqrt(squares);
  }

  /** Share of the trained samples whose box is missed altogether. */
  public double missed() {
    return missed(truth, predicted);
  }

  /** Share of the probe's. */
  public double othersMissed() {
    return missed(others.truth(), others.predicted());
  }

  private static double missed(List<Box> truth, List<Box> said) {
    return IntStream.range(0, truth.size())
            .filter(i -> IOU.of(said.get(i), truth.get(i)) <= 0)
            .count()
        / (double) truth.size();
  }

  /**
   * Whether true boxes of both lie in the same places and have the same sizes: else targets are not
   * to be read as outputs are, as where the loss takes a sigmoid of outputs.
   */
  public boolean isAlike() {
    Stream<ToDoubleFunction<Box>> figures =
        Stream.of(Box::centerX, Box::centerY, Box::width, Box::height);
    return !truth.isEmpty() && figures.allMatch(this::isAlike);
  }

  private boolean isAlike(ToDoubleFunction<Box> figure) {
    Moments own = Moments.of(truth.stream().mapToDouble(figure).toArray());
    Moments theirs = Moments.of(others.truth().stream().mapToDouble(figure).toArray());
    // Boxes may all have one size.
    double least = LEAST * Math.max(others.width(), others.height());
    double wide = Math.max(least, theirs.deviation());
    return Math.abs(own.mean() - theirs.mean()) <= OFF * wide
        && own.deviation() <= WIDER * wide
        && wide <= WIDER * Math.max(least, own.deviation());
  }
}
