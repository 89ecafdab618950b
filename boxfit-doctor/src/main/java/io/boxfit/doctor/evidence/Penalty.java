package io.boxfit.doctor.evidence;

import io.boxfit.core.trace.Look;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.model.loss.LossName;
import java.util.List;

/** What a loss holds besides the errors of the boxes. */
public final class Penalty {
  private Penalty() {}

  /**
   * How many times the first loss is what a mean of squares of the first errors is; 1 where the
   * loss is another one, or it is not told.
   */
  public static double times(TraceHistory trace) {
    List<Look.Column> targets = trace.forward().map(Look.Forward::targets).orElse(List.of());
    double said =
        trace.inputs().flatMap(TraceEvent.Inputs::outputs).map(TraceEvent.Range::mean).orElse(0.0);
    double squares =
        targets.stream()
            .mapToDouble(c -> c.deviation() * c.deviation() + (c.mean() - said) * (c.mean() - said))
            .average()
            .orElse(0);
    boolean mean = LossName.isMeanOfSquares(trace.start().loss());
    return mean && squares > 0 && !trace.steps().isEmpty()
        ? trace.steps().get(0).loss() / squares
        : 1;
  }
}
