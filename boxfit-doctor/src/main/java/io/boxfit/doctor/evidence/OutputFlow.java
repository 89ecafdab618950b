package io.boxfit.doctor.evidence;

import io.boxfit.core.trace.Look;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What comes through from the outputs to the last layer with weights, over a stretch of a training.
 *
 * @param held median share of the outputs with a gradient that hand nothing of it on, 0 to 1
 * @param slope median slope of what stands between
 * @param size median of the largest number that the last layer gave, without its sign
 */
public record OutputFlow(double held, double slope, double size) {

  /** Before the first step; empty where nobody looked, or nothing stands between. */
  public static Optional<OutputFlow> atFirst(TraceHistory trace) {
    return of(trace.pulls().stream().limit(1).toList());
  }

  /** Over the later half of what was looked at. */
  public static Optional<OutputFlow> late(TraceHistory trace) {
    List<Look.Pull> pulls = trace.pulls();
    return of(pulls.subList(pulls.size() / 2, pulls.size()));
  }

  private static Optional<OutputFlow> of(List<Look.Pull> pulls) {
    List<Look.Pull> told =
        pulls.stream()
            .filter(
                pull ->
                    pull.held().isPresent() && pull.slope().isPresent() && pull.last().isPresent())
            .toList();
    return told.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new OutputFlow(
                median(told.stream().map(Look.Pull::held).toList()),
                median(told.stream().map(Look.Pull::slope).toList()),
                median(
                    told.stream()
                        .map(pull -> pull.last().orElseThrow())
                        .map(last -> Math.max(Math.abs(last.min()), Math.abs(last.max())))
                        .map(OptionalDouble::of)
                        .toList())));
  }

  private static double median(List<OptionalDouble> values) {
    double[] sorted = values.stream().mapToDouble(OptionalDouble::orElseThrow).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
