package io.boxfit.doctor.evidence;

import io.boxfit.core.trace.TraceEvent;
import java.util.Arrays;
import java.util.List;

/**
 * How the loss of a training goes, by medians: single batches swing. Not a number where there are
 * no steps.
 *
 * @param steps that were written
 * @param first of the first five of them
 * @param third of their third quarter
 * @param last of their last quarter
 */
public record LossCurve(int steps, double first, double third, double last) {
  private static final int FIRST = 5;
  private static final double HALF = 0.5;
  private static final double MOST = 0.75;

  /** Of some steps. */
  public static LossCurve of(List<TraceEvent.Step> steps) {
    double[] losses = steps.stream().mapToDouble(TraceEvent.Step::loss).toArray();
    int half = within(steps, HALF);
    int most = within(steps, MOST);
    return new LossCurve(
        losses.length,
        median(losses, 0, Math.min(FIRST, losses.length)),
        median(losses, half, most),
        median(losses, most, losses.length));
  }

  /** How many of the steps that were written are among the first so many of all. */
  private static int within(List<TraceEvent.Step> steps, double share) {
    double last = steps.isEmpty() ? 0 : steps.get(steps.size() - 1).step();
    return (int) steps.stream().filter(step -> step.step() <= share * last).count();
  }

  private static double median(double[] values, int from, int to) {
    double[] sorted = Arrays.copyOfRange(values, from, to);
    Arrays.sort(sorted);
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
  }
}
