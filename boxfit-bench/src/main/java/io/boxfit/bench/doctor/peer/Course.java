package io.boxfit.bench.doctor.peer;

import io.boxfit.core.metrics.Metrics;
import io.boxfit.core.metrics.Outcome;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.evidence.Predictions;
import io.boxfit.doctor.evidence.TraceHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A training as tools see it that look at the end of every epoch. They were made for trainings of
 * many epochs; here every probe after the first step stands for the end of one. A training that
 * breaks off with a loss that is no number ends an epoch with it, too, whose probe is the last
 * there is.
 *
 * @param legs in order; none where nothing was probed after a step
 */
record Course(List<Leg> legs) {

  /**
   * What stands for an epoch.
   *
   * @param probe at its end
   * @param accuracy of the probe, as Keras would show it, 0 to 1
   * @param loss mean over the steps that were written since the probe before; not a number where
   *     one of them was not
   * @param layers as they were looked at last; empty where they never were
   */
  record Leg(
      TraceEvent.Probe probe,
      double accuracy,
      double loss,
      Map<String, TraceEvent.LayerState> layers) {}

  /** Probes without a written step since the one before, or without a true box, are passed over. */
  static Course of(TraceHistory trace) {
    List<Leg> legs = new ArrayList<>();
    long since = 0;
    for (TraceEvent.Probe probe : trace.probes()) {
      long from = since;
      List<TraceEvent.Step> steps =
          trace.steps().stream()
              .filter(step -> step.step() > from && step.step() <= probe.step())
              .toList();
      Optional<Predictions> said = trace.predictions(probe);
      if (!steps.isEmpty() && said.isPresent()) {
        legs.add(new Leg(probe, accuracy(said.get()), loss(steps), layers(trace, probe.step())));
        since = probe.step();
      }
    }
    broken(trace, since).ifPresent(legs::add);
    return new Course(List.copyOf(legs));
  }

  private static Optional<Leg> broken(TraceHistory trace, long since) {
    return trace
        .last()
        .filter(
            said ->
                trace.steps().stream()
                    .anyMatch(step -> step.step() > since && !Double.isFinite(step.loss())))
        .map(
            said ->
                new Leg(
                    trace.probes().get(trace.probes().size() - 1),
                    accuracy(said),
                    Double.NaN,
                    layers(trace, Long.MAX_VALUE)));
  }

  private static double loss(List<TraceEvent.Step> steps) {
    return steps.stream().mapToDouble(TraceEvent.Step::loss).average().orElseThrow();
  }

  private static double accuracy(Predictions said) {
    List<Outcome> outcomes =
        IntStream.range(0, said.size())
            .mapToObj(
                i ->
                    new Outcome(
                        said.predicted().get(i), said.truth().get(i), said.width(), said.height()))
            .toList();
    // The constant box counts for the skill alone, which nobody asks for here.
    return Metrics.of(outcomes, said.truth().get(0)).kerasAccuracy();
  }

  private static Map<String, TraceEvent.LayerState> layers(TraceHistory trace, long until) {
    return trace.lookedAt().stream()
        .filter(step -> step.step() <= until)
        .reduce((earlier, later) -> later)
        .map(TraceEvent.Step::layers)
        .orElse(Map.of());
  }

  double[] accuracies() {
    return legs.stream().mapToDouble(Leg::accuracy).toArray();
  }

  double[] losses() {
    return legs.stream().mapToDouble(Leg::loss).toArray();
  }
}
