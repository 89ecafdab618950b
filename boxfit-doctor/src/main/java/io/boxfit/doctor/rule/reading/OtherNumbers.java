package io.boxfit.doctor.rule.reading;

import io.boxfit.core.trace.Look;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.TraceHistory;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.Words;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Pictures that are trained on are made otherwise than those that the network is asked about: in
 * range, size, order of colours; or they are all alike.
 */
public final class OtherNumbers implements Rule {
  /** Of the wider one's range. */
  private static final double NARROW = 0.55;

  private static final double OFF = 0.25;

  /** Of the size of the numbers; the benchmark's pictures differ by 0.2 and more. */
  private static final double ALIKE = 0.02;

  private static final int COLOURS = 3;

  /** Of what pixels range over; means of a batch of grey pictures differ by less. */
  private static final double LEAST_COLOUR = 0.01;

  /** Pictures that are moved in training have a bar of a tenth. */
  private static final double BARS = 0.2;

  private static final int ENOUGH = 8;

  @Override
  public Optional<Finding> check(Case patient) {
    return patient
        .evidence()
        .trace()
        .filter(trace -> patient.couldBeBetter())
        .flatMap(
            trace ->
                (patient.failingOrPoor() ? otherwise(trace) : Optional.<Finding>empty())
                    .or(() -> otherSizes(patient, trace))
                    .or(() -> otherOrder(patient, trace))
                    .or(() -> alike(patient, trace)));
  }

  private static boolean enough(TraceHistory trace) {
    return trace.inputs().filter(told -> told.samples() >= ENOUGH).isPresent();
  }

  private static Optional<Finding> otherwise(TraceHistory trace) {
    Optional<TraceEvent.Range> used = trace.forward().flatMap(Look.Forward::probe);
    return trace
        .inputs()
        .map(TraceEvent.Inputs::pixels)
        .filter(trained -> used.filter(asked -> differ(trained, asked)).isPresent())
        .map(
            trained ->
                Finding.suspected(
                    Condition.WRONG_PREPROCESSING,
                    0.96,
                    "The network is trained on pictures of "
                        + words(trained)
                        + " and asked about pictures of "
                        + words(used.orElseThrow())
                        + "."));
  }

  /** Sides exchanged, or bars beside the pictures in training alone or in use alone. */
  private static Optional<Finding> otherSizes(Case patient, TraceHistory trace) {
    return trace
        .forward()
        .filter(
            told ->
                told.trained().isTurned(told.asked())
                    // Pictures that are moved about in training have bars, too.
                    || (patient.failingOrPoor() && bars(told) > BARS))
        .map(
            told ->
                Finding.suspected(
                    Condition.WRONG_PREPROCESSING,
                    patient.sure(0.9),
                    told.trained().isTurned(told.asked())
                        ? "The network is trained on pictures of shape "
                            + told.trained().shape()
                            + " and asked about pictures of shape "
                            + told.asked().shape()
                            + "."
                        : Words.percent(told.trained().blank().orElseThrow())
                            + " of the rows and columns of the pictures that are trained on are"
                            + " blank, and "
                            + Words.percent(told.asked().blank().orElseThrow())
                            + " of those that the network is asked about: they are brought to size"
                            + " in two ways."));
  }

  /** Red, green and blue here, blue, green and red there. */
  private static Optional<Finding> otherOrder(Case patient, TraceHistory trace) {
    return trace
        .forward()
        .filter(
            told ->
                enough(trace)
                    && reversed(told.trained().channels(), told.asked().channels(), extent(trace)))
        .map(
            told ->
                Finding.suspected(
                    Condition.WRONG_PREPROCESSING,
                    patient.sure(0.9),
                    "Channels of the pictures that are trained on have means of "
                        + words(told.trained().channels())
                        + ", of those that the network is asked about "
                        + words(told.asked().channels())
                        + ": the first and the last have changed places, as between RGB and BGR."));
  }

  private static double extent(TraceHistory trace) {
    return trace.inputs().map(told -> told.pixels().max() - told.pixels().min()).orElse(0.0);
  }

  private static boolean reversed(List<Double> trained, List<Double> asked, double range) {
    if (trained.size() != COLOURS || asked.size() != COLOURS) {
      return false;
    }
    double apart = Math.abs(trained.get(0) - trained.get(2));
    if (apart < LEAST_COLOUR * range) {
      return false;
    }
    double straight =
        Math.abs(trained.get(0) - asked.get(0)) + Math.abs(trained.get(2) - asked.get(2));
    double crossed =
        Math.abs(trained.get(0) - asked.get(2)) + Math.abs(trained.get(2) - asked.get(0));
    return crossed < apart / 2 && straight > apart;
  }

  private static String words(List<Double> means) {
    return String.join(", ", means.stream().map(Words::rough).toList());
  }

  /** 0 where one of the two was not looked at. */
  private static double bars(Look.Forward told) {
    OptionalDouble trained = told.trained().blank();
    OptionalDouble asked = told.asked().blank();
    return trained.isPresent() && asked.isPresent()
        ? Math.abs(trained.getAsDouble() - asked.getAsDouble())
        : 0;
  }

  private static boolean differ(TraceEvent.Range trained, TraceEvent.Range asked) {
    double one = trained.max() - trained.min();
    double other = asked.max() - asked.min();
    double wide = Math.max(one, other);
    return Math.min(one, other) > 0
        && (Math.min(one, other) < NARROW * wide
            || Math.abs(trained.mean() - asked.mean()) > OFF * wide);
  }

  private static String words(TraceEvent.Range range) {
    return "numbers from "
        + Words.rough(range.min())
        + " to "
        + Words.rough(range.max())
        + " (mean "
        + Words.rough(range.mean())
        + ")";
  }

  private static Optional<Finding> alike(Case patient, TraceHistory trace) {
    return trace
        .forward()
        .filter(told -> enough(trace) && told.differs().orElse(1) < ALIKE)
        .map(
            told ->
                Finding.suspected(
                    Condition.INPUTS_NOT_SCALED,
                    patient.sure(0.86),
                    "Pictures of the first batch differ by "
                        + Words.rough(100 * told.differs().orElseThrow())
                        + "% of the size of their numbers: what they show is lost in what they have"
                        + " in common."));
  }
}
