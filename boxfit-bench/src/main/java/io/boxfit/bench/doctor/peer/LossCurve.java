package io.boxfit.bench.doctor.peer;

import io.boxfit.core.trace.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The loss as TheDeepChecker looks at it ({@code OverfitLossHook} in {@code deep_checker/hooks.py},
 * {@code smoothness} in {@code metrics.py}): that of the first step, then means over ten written
 * steps each, of the 200 steps that its check lasts.
 *
 * @param losses in order
 */
record LossCurve(List<Double> losses) {
  private static final int STEPS = 200;
  private static final int PERIOD = 10;
  private static final int WINDOW = 5;
  private static final double LEAST_DECREASE = 0.05;
  private static final double GROWTH = 2;
  private static final double LEAST_SMOOTHNESS = 0.5;

  static LossCurve of(List<TraceEvent.Step> steps) {
    List<Double> losses = new ArrayList<>();
    double sum = 0;
    int count = 0;
    for (TraceEvent.Step step : steps) {
      if (step.step() <= STEPS) {
        sum += step.loss();
        count++;
        if (losses.isEmpty() || count == PERIOD) {
          losses.add(sum / count);
          sum = 0;
          count = 0;
        }
      }
    }
    return new LossCurve(List.copyOf(losses));
  }

  /** Whether it ever fell by less than a twentieth four times in a row. */
  boolean stagnates() {
    return everInARow((before, after) -> (before - after) / before < LEAST_DECREASE);
  }

  /** Whether it ever doubled four times in a row. */
  boolean diverges() {
    return everInARow((before, after) -> after / before >= GROWTH);
  }

  /** Whether at some point it had turned at more than half of its values. */
  boolean fluctuates() {
    int turns = 0;
    for (int n = 2; n < losses.size(); n++) {
      boolean rose = losses.get(n - 1) > losses.get(n - 2);
      boolean rises = losses.get(n) > losses.get(n - 1);
      turns += rose == rises ? 0 : 1;
      if (1 - turns / (n + 1.0) < LEAST_SMOOTHNESS) {
        return true;
      }
    }
    return false;
  }

  private boolean everInARow(Change change) {
    return IntStream.rangeClosed(WINDOW, losses.size())
        .anyMatch(
            end ->
                IntStream.range(end - WINDOW + 1, end)
                    .allMatch(i -> change.test(losses.get(i - 1), losses.get(i))));
  }

  private interface Change {
    boolean test(double before, double after);
  }
}
