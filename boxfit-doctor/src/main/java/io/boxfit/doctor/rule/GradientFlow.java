package io.boxfit.doctor.rule;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.TraceHistory;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * How gradients of the first and the last layer compare, by AutoTrainer's thresholds (ICSE 2021):
 * vanishing below 1e-3 of the last and below 1e-4, exploding above 70 times the last. What vanishes
 * before anything was learned is no consequence of what was.
 */
final class GradientFlow implements Rule {
  private static final double VANISHES = 1e-3;
  private static final double SMALL = 1e-4;
  private static final double EXPLODES = 70;
  private static final int ENOUGH = 10;

  @Override
  public Optional<Finding> check(Case patient) {
    return patient
        .evidence()
        .trace()
        .filter(trace -> patient.couldBeBetter())
        .flatMap(trace -> look(patient, trace));
  }

  private static Optional<Finding> look(Case patient, TraceHistory trace) {
    List<Flow> flows = flows(trace);
    if (flows.size() < ENOUGH) {
      return Optional.empty();
    }
    long exploding = flows.stream().filter(Flow::explodes).count();
    boolean fails = patient.failing();
    if (fails ? inMost(flows) : vanishesAtOnce(trace)) {
      return Optional.of(
          Finding.suspected(
              Condition.VANISHING_GRADIENT,
              vanishesAtOnce(trace) ? patient.sure(0.75) : 0.6,
              "In most "
                  + (fails ? "" : "of the first ")
                  + "steps the first layer's gradient is below a thousandth of the last layer's"
                  + (vanishesAtOnce(trace) ? ", from the first ones on." : ".")));
    }
    return 2 * exploding <= flows.size() || !fails
        ? Optional.empty()
        : Optional.of(
            Finding.suspected(
                Condition.EXPLODING_GRADIENT,
                0.6,
                "In most steps the first layer's gradient is over 70 times the last layer's."));
  }

  private static List<Flow> flows(TraceHistory trace) {
    return trace.lookedAt().stream()
        .filter(step -> step.layers().size() > 1)
        .map(Flow::of)
        .filter(flow -> flow.last > 0 && Double.isFinite(flow.first + flow.last))
        .toList();
  }

  /** Whether gradients vanish in most of the steps. */
  static boolean vanishes(TraceHistory trace) {
    List<Flow> flows = flows(trace);
    return vanishesAtOnce(trace) || (flows.size() >= ENOUGH && inMost(flows));
  }

  /** Whether gradients vanish in most of the first steps already. */
  static boolean vanishesAtOnce(TraceHistory trace) {
    List<Flow> flows = flows(trace);
    return flows.size() >= ENOUGH && inMost(flows.subList(0, Math.min(ENOUGH, flows.size())));
  }

  private static boolean inMost(List<Flow> flows) {
    return 2 * flows.stream().filter(Flow::vanishes).count() > flows.size();
  }

  /** The gradients' norms of the first and the last layer in one step. */
  private record Flow(double first, double last) {
    static Flow of(TraceEvent.Step step) {
      Iterator<TraceEvent.LayerState> layers = step.layers().values().iterator();
      double first = layers.next().gradientNorm();
      double last = first;
      while (layers.hasNext()) {
        last = layers.next().gradientNorm();
      }
      return new Flow(first, last);
    }

    boolean vanishes() {
      return first < VANISHES * last && first < SMALL;
    }

    boolean explodes() {
      return first > EXPLODES * last;
    }
  }
}
