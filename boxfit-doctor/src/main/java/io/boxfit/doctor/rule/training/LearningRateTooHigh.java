package io.boxfit.doctor.rule.training;

import io.boxfit.core.trace.Look;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.Anatomy;
import io.boxfit.doctor.evidence.Calm;
import io.boxfit.doctor.evidence.TraceHistory;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.Words;
import java.util.List;
import java.util.Optional;

/**
 * Steps too large: the loss jumps up and never comes back below where it began, or one of the first
 * steps moves half of the layers by a fourth of their weights or more, or what was learned is lost
 * again; or the optimiser's settings say so.
 */
public final class LearningRateTooHigh implements Rule {
  /** The steps in which a jump is looked for. */
  private static final int FIRST = 20;

  /** Of a layer's weights: steps that small throw nothing; batches differ. */
  private static final double STANDS = 1e-4;

  /** Means of so many steps of a training that stands vary by a third. */
  private static final double LOST = 3;

  /** The benchmark's healthy trainings reach 0.18 in any layer. */
  private static final double LEAP = 0.25;

  /** Of some layer, with a loss that jumps. */
  private static final double WILD = 0.1;

  /** What is infinite at once is rather a logarithm or a quotient of what is zero. */
  private static final double INFINITE = 0.7;

  /** Of the rates of two groups; heads are trained ten times as fast as bodies, and a hundred. */
  private static final double APART = 300;

  private static final double GROUP = 0.1;

  /** 0.9 is usual, 0.99 is tried. */
  private static final double HEAVY = 0.995;

  @Override
  public Optional<Finding> check(Case patient) {
    return patient
        .evidence()
        .trace()
        .filter(trace -> patient.couldBeBetter() && trace.steps().size() >= FIRST)
        .flatMap(
            trace ->
                (patient.failing()
                        ? thrown(trace).or(() -> away(trace)).or(() -> undone(trace))
                        : Optional.<Finding>empty())
                    .or(() -> groups(patient, trace))
                    .or(() -> momentum(patient, trace))
                    .or(() -> leaps(patient, trace))
                    .or(() -> wild(patient, trace)));
  }

  /** One of the optimiser's groups has a rate that none of its kind stands. */
  private static Optional<Finding> groups(Case patient, TraceHistory trace) {
    List<Double> rates = trace.forward().map(Look.Forward::rates).orElse(List.of());
    double first = rates.isEmpty() ? 0 : rates.get(0);
    double peak = trace.steps().stream().mapToDouble(TraceEvent.Step::learningRate).max().orElse(0);
    // What is told of steps is the rate of the first group; a warm-up begins with a part of all.
    double times = first > 0 ? peak / first : 0;
    double most = times * rates.stream().mapToDouble(rate -> rate).max().orElse(0);
    double least = times * rates.stream().mapToDouble(rate -> rate).min().orElse(0);
    boolean high = most >= APART * least && most >= GROUP;
    return high && patient.failingOrPoor() && patient.setup().optimizer().contains("adam")
        ? Optional.of(
            Finding.suspected(
                Condition.LEARNING_RATE_TOO_HIGH,
                0.89,
                "One group of weights has a learning rate of "
                    + Words.rough(most)
                    + ", another one "
                    + Words.rough(least)
                    + "."))
        : Optional.empty();
  }

  /** A step that goes on for so long is as many times as large. */
  private static Optional<Finding> momentum(Case patient, TraceHistory trace) {
    return trace
        .forward()
        .map(told -> told.optimizer().getOrDefault("momentum", 0.0))
        .filter(momentum -> momentum >= HEAVY && momentum < 1)
        .map(
            momentum ->
                Finding.suspected(
                    Condition.LEARNING_RATE_TOO_HIGH,
                    patient.sure(0.87),
                    "With a momentum of "
                        + momentum
                        + " each gradient is stepped along "
                        + Math.round(1 / (1 - momentum))
                        + " times."));
  }

  private static Optional<Finding> thrown(TraceHistory trace) {
    List<TraceEvent.Step> steps = trace.steps();
    double first = steps.get(0).loss();
    double last = steps.get(steps.size() - 1).loss();
    TraceEvent.Step worst = steps.get(0);
    for (TraceEvent.Step step : steps.subList(0, Math.min(FIRST, steps.size()))) {
      worst = step.loss() > worst.loss() ? step : worst;
    }
    boolean never = Double.isNaN(last) || last > first;
    if (!(first > 0) || !(worst.loss() > TraceHistory.JUMP * first) || !never) {
      return Optional.empty();
    }
    double moved = largestUpdate(steps.subList(0, Math.min(FIRST, steps.size())));
    if (moved > 0 && moved < STANDS) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.suspected(
                Condition.LEARNING_RATE_TOO_HIGH,
                Double.isInfinite(worst.loss()) ? INFINITE : moved > 0.01 ? 0.9 : 0.75,
                "The loss jumped from "
                    + Words.rough(first)
                    + " to "
                    + Words.rough(worst.loss())
                    + " in step "
                    + worst.step()
                    + " and did not come back"
                    + (moved > 0
                        ? "; one of the first steps moved a layer by "
                            + Words.percent(moved)
                            + " of its weights."
                        : "."))
            .since(worst.step()));
  }

  /** What had been learned and was lost again. */
  private static Optional<Finding> undone(TraceHistory trace) {
    List<TraceEvent.Step> steps = trace.steps();
    int best = 0;
    for (int i = 0; i + FIRST <= steps.size(); i++) {
      best = mean(steps, i) < mean(steps, best) ? i : best;
    }
    double least = mean(steps, best);
    double last = mean(steps, steps.size() - FIRST);
    if (!(least > 0) || !(last > LOST * least)) {
      return Optional.empty();
    }
    double rate = steps.get(best).learningRate();
    double end = steps.get(steps.size() - 1).learningRate();
    boolean grew = end > 2 * rate;
    return Optional.of(
        Finding.suspected(
                Condition.LEARNING_RATE_TOO_HIGH,
                grew ? 0.92 : 0.8,
                "The loss had fallen to "
                    + Words.rough(least)
                    + " by step "
                    + steps.get(best).step()
                    + " and rose again to "
                    + Words.rough(last)
                    + (grew
                        ? ", while the learning rate grew from "
                            + Words.rough(rate)
                            + " to "
                            + Words.rough(end)
                            + "."
                        : "."))
            .since(steps.get(best).step()));
  }

  private static double mean(List<TraceEvent.Step> steps, int from) {
    double sum = 0;
    for (int i = from; i < from + FIRST; i++) {
      sum += steps.get(i).loss() / FIRST;
    }
    return sum;
  }

  /** What is no number, and announced itself. */
  private static Optional<Finding> away(TraceHistory trace) {
    return Calm.growthBefore(trace)
        .map(
            step ->
                Finding.suspected(
                        Condition.LEARNING_RATE_TOO_HIGH,
                        0.72,
                        "The loss grew from "
                            + Words.rough(trace.steps().get(0).loss())
                            + " to "
                            + Words.rough(step.loss())
                            + " in step "
                            + step.step()
                            + " and was no number soon after.")
                    .since(step.step()));
  }

  /** A step as large as the weights forgets them; small first weights are another cause. */
  private static Optional<Finding> leaps(Case patient, TraceHistory trace) {
    if (patient.setup().anatomy().leastGain().orElse(1) < Anatomy.TINY_GAIN
        || patient.setup().equalStart()) {
      return Optional.empty();
    }
    for (TraceEvent.Step step : trace.steps().subList(0, FIRST)) {
      double[] moved =
          step.layers().values().stream()
              .mapToDouble(TraceEvent.LayerState::updateRatio)
              .sorted()
              .toArray();
      // The lower one of two in the middle: a last layer may start small.
      double middle = moved.length == 0 ? 0 : moved[(moved.length - 1) / 2];
      if (middle >= LEAP) {
        return Optional.of(
            Finding.suspected(
                    Condition.LEARNING_RATE_TOO_HIGH,
                    patient.sure(0.74),
                    "Step "
                        + step.step()
                        + " moved half of the layers by "
                        + Words.percent(middle)
                        + " of their weights and more.")
                .since(step.step()));
      }
    }
    return Optional.empty();
  }

  /** A loss that jumped by steps that were large, and came back to something poor. */
  private static Optional<Finding> wild(Case patient, TraceHistory trace) {
    double moved = largestUpdate(trace.steps().subList(0, FIRST));
    return patient.failingOrPoor()
            && trace.jumpsAtFirst()
            && moved >= WILD
            && Double.isFinite(moved)
        ? Optional.of(
            Finding.suspected(
                Condition.LEARNING_RATE_TOO_HIGH,
                0.66,
                "The loss jumped within the first steps, one of which moved a layer by "
                    + Words.percent(moved)
                    + " of its weights, and came back to boxes that are poor."))
        : Optional.empty();
  }

  /** Of any layer; 0 where nobody looked. */
  static double largestUpdate(List<TraceEvent.Step> steps) {
    return steps.stream()
        .flatMap(step -> step.layers().values().stream())
        .mapToDouble(TraceEvent.LayerState::updateRatio)
        .filter(Double::isFinite)
        .max()
        .orElse(0);
  }
}
