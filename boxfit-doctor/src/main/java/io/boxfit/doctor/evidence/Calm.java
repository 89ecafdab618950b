package io.boxfit.doctor.evidence;

import io.boxfit.core.trace.TraceEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A loss that became no number without having grown before: steps that are too large announce
 * themselves.
 *
 * @param step the first in which something was no number
 * @param gradientFirst whether that was the gradient of a loss that was one
 */
public record Calm(long step, boolean gradientFirst) {
  private static final double GROWN = 3;
  private static final int BEFORE = 5;

  /** Empty where all is a number, or the loss grew to three times its first value before. */
  public static Optional<Calm> before(TraceHistory trace) {
    List<TraceEvent.Step> steps = trace.steps();
    return broken(steps)
        .filter(i -> grown(steps, i).isEmpty())
        .map(i -> new Calm(steps.get(i).step(), Double.isFinite(steps.get(i).loss())));
  }

  /** The step to which the loss had grown before it became no number, if it had. */
  public static Optional<TraceEvent.Step> growthBefore(TraceHistory trace) {
    return broken(trace.steps()).flatMap(i -> grown(trace.steps(), i));
  }

  private static Optional<Integer> broken(List<TraceEvent.Step> steps) {
    return IntStream.range(0, steps.size()).filter(i -> broken(steps.get(i))).boxed().findFirst();
  }

  private static boolean broken(TraceEvent.Step step) {
    return !Double.isFinite(step.loss())
        || step.layers().values().stream().anyMatch(layer -> layer.nonFinite() > 0);
  }

  private static Optional<TraceEvent.Step> grown(List<TraceEvent.Step> steps, int until) {
    double first = Math.abs(steps.get(0).loss());
    return steps.subList(Math.max(0, until - BEFORE), until).stream()
        .filter(step -> Math.abs(step.loss()) > GROWN * first)
        .findFirst();
  }
}
