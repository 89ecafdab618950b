package io.boxfit.doctor.rule.network;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.TraceHistory;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.Words;
import io.boxfit.doctor.rule.training.LearningRateTooHigh;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A layer before the last whose units get no gradient at all while the last layer does: nine of ten
 * or more in each step of the last half that was looked at. (SageMaker Debugger calls a layer sick
 * from half of them on, AutoTrainer from 70%: healthy trainings of small boxes reach both.)
 */
public final class DeadUnits implements Rule {
  private static final double ON_THE_WAY = 0.6;
  private static final double DEAD = 0.9;
  private static final double ALTOGETHER = 0.88;
  private static final int ENOUGH = 6;

  @Override
  public Optional<Finding> check(Case patient) {
    return patient
        .evidence()
        .trace()
        .filter(trace -> patient.couldBeBetter())
        .flatMap(DeadUnits::look)
        // A layer that is dead altogether; single units are many in healthy networks, too.
        .filter(found -> patient.failing() || found.confidence() >= ALTOGETHER)
        .map(found -> diedOnTheWay(patient, found) ? lessSure(found) : found);
  }

  /** Steps that were too large are what killed them. */
  private static boolean diedOnTheWay(Case patient, Finding found) {
    return found.since().orElse(1) > 1 && new LearningRateTooHigh().check(patient).isPresent();
  }

  private static Finding lessSure(Finding found) {
    return Finding.suspected(found.condition(), ON_THE_WAY, found.evidence())
        .since(found.since().orElse(1));
  }

  private static Optional<Finding> look(TraceHistory trace) {
    List<TraceEvent.Step> steps =
        trace.lookedAt().stream().filter(step -> lastMoves(step)).toList();
    if (steps.size() < ENOUGH) {
      return Optional.empty();
    }
    List<TraceEvent.Step> late = steps.subList(steps.size() / 2, steps.size());
    List<String> names = List.copyOf(late.get(0).layers().keySet());
    return names.stream()
        .limit(Math.max(0, names.size() - 1))
        .filter(name -> late.stream().allMatch(step -> dead(step, name) >= DEAD))
        .findFirst()
        .map(name -> finding(name, steps));
  }

  private static Finding finding(String name, List<TraceEvent.Step> steps) {
    TraceEvent.Step last = steps.get(steps.size() - 1);
    int from = steps.size();
    while (from > 0 && dead(steps.get(from - 1), name) >= DEAD) {
      from--;
    }
    boolean always = from == 0;
    return Finding.suspected(
            Condition.DEAD_UNITS,
            dead(last, name) == 1 ? ALTOGETHER : 0.7,
            Words.percent(dead(last, name))
                + " of the units of "
                + name
                + " get no gradient"
                + (always ? ", from the first step on." : "."))
        .since(steps.get(from).step());
  }

  private static boolean lastMoves(TraceEvent.Step step) {
    double last = 0;
    for (Map.Entry<String, TraceEvent.LayerState> layer : step.layers().entrySet()) {
      last = layer.getValue().gradientNorm();
    }
    return last > 0;
  }

  private static double dead(TraceEvent.Step step, String name) {
    TraceEvent.LayerState state = step.layers().get(name);
    return state == null ? 0 : state.deadShare().orElse(0);
  }
}
