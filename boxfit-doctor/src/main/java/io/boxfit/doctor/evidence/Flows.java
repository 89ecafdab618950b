package io.boxfit.doctor.evidence;

import io.boxfit.core.trace.TraceEvent;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/**
 * How gradients of the first and the last layer compare in the steps that were looked into, by
 * AutoTrainer's thresholds (ICSE 2021): vanishing below 1e-3 of the last and below 1e-4, exploding
 * above 70 times the last. Fewer than ten steps tell nothing.
 *
 * @param steps those of which both are known, and the last is above zero
 */
public record Flows(List<Flow> steps) {
  private static final double VANISHES = 1e-3;
  private static final double SMALL = 1e-4;
  private static final double EXPLODES = 70;
  private static final int ENOUGH = 10;

  /** Copies the list. */
  public Flows {
    steps = List.copyOf(steps);
  }

  /** Of a training. */
  public static Flows of(TraceHistory trace) {
    return new Flows(
        trace.lookedAt().stream()
            .filter(step -> step.layers().size() > 1)
            .map(Flow::of)
            .filter(flow -> flow.last > 0 && Double.isFinite(flow.first + flow.last))
            .toList());
  }

  /** Whether gradients vanish in most of the steps, or of the first ones. */
  public boolean vanishes() {
    return vanishesAtOnce() || inMost(steps, Flow::vanishes);
  }

  /** Whether gradients vanish in most of the first steps already. */
  public boolean vanishesAtOnce() {
    return inMost(steps.subList(0, Math.min(ENOUGH, steps.size())), Flow::vanishes);
  }

  /** Whether gradients explode in most of the steps. */
  public boolean explodes() {
    return inMost(steps, Flow::explodes);
  }

  private static boolean inMost(List<Flow> steps, Predicate<Flow> what) {
    return steps.size() >= ENOUGH && 2 * steps.stream().filter(what).count() > steps.size();
  }

  /**
   * In one step.
   *
   * @param first norm of the first layer's gradient
   * @param last norm of the last layer's
   */
  public record Flow(double first, double last) {
    private static Flow of(TraceEvent.Step step) {
      Iterator<TraceEvent.LayerState> layers = step.layers().values().iterator();
      double first = layers.next().gradientNorm();
      double last = first;
      while (layers.hasNext()) {
        last = layers.next().gradientNorm();
      }
      return new Flow(first, last);
    }

    private boolean vanishes() {
      return first < VANISHES * last && first < SMALL;
    }

    private boolean explodes() {
      return first > EXPLODES * last;
    }
  }
}
