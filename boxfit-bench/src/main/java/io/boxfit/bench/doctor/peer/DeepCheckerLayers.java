package io.boxfit.bench.doctor.peer;

import io.boxfit.core.trace.TraceEvent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/**
 * TheDeepChecker's look at gradients, updates and units of each layer ({@code OverfitGradientHook}
 * and {@code OverfitActivationHook} in {@code deep_checker/hooks.py}), at the steps that were
 * looked into.
 */
final class DeepCheckerLayers {
  private static final int START = 10;
  private static final int PERIOD = 10;
  private static final int WINDOW = 5;
  private static final double UNITS = 0.5;
  private static final double LEAST_GRADIENT = 1e-6;
  private static final double MOST_GRADIENT = 1e6;
  private static final double DECAY = 0.5;
  private static final double GROWTH = 2;

  /** Decimal logarithm of update over weights. */
  private static final double FAST = -1;

  /** Decimal logarithm of update over weights. */
  private static final double SLOW = -4;

  private DeepCheckerLayers() {}

  static Set<Complaint> of(Observed training) {
    Set<Complaint> found = new LinkedHashSet<>();
    Layers known = Layers.of(training);
    boolean ends =
        known.firstActivation().filter(a -> a.equals("sigmoid") || a.equals("tanh")).isPresent();
    List<TraceEvent.Step> looks = training.trace().lookedAt();
    Set<String> names = new LinkedHashSet<>();
    looks.forEach(look -> names.addAll(look.layers().keySet()));
    for (String name : names) {
      List<Double> gradients = new ArrayList<>();
      List<Double> updates = new ArrayList<>();
      for (TraceEvent.Step look : looks) {
        TraceEvent.LayerState state = look.layers().get(name);
        if (state == null) {
          continue;
        }
        if (state.nonFinite() > 0) {
          found.add(
              Meaning.EXPLODING.complaint("There was (a) NaN(s) in gradient w.r.t weight " + name));
          continue;
        }
        gradients.add(known.meanGradient(name, state));
        if (!Double.isNaN(state.updateRatio())) {
          updates.add(state.updateRatio() > 0 ? Math.log10(state.updateRatio()) : 0);
        }
        if (updates.size() == PERIOD) {
          updates(name, updates.stream().mapToDouble(u -> u).average().orElseThrow(), found);
          updates.clear();
        }
        if (look.step() > START) {
          gradients(name, gradients, found);
          activations(name, state, ends, known, found);
        }
      }
    }
    return found;
  }

  private static void updates(String name, double ratio, Set<Complaint> found) {
    if (ratio == 0) {
      found.add(Meaning.STUCK.complaint("The weights of " + name + " are untrained"));
    } else if (ratio > FAST) {
      found.add(Meaning.FAST.complaint("Layer weight " + name + " change too quickly"));
    } else if (ratio < SLOW) {
      found.add(Meaning.SLOW.complaint("Layer weight " + name + " change too slowly"));
    }
  }

  private static void gradients(String name, List<Double> sizes, Set<Complaint> found) {
    double last = sizes.get(sizes.size() - 1);
    if (last < LEAST_GRADIENT || inARow(sizes, ratio -> ratio <= DECAY)) {
      found.add(Meaning.VANISHING.complaint("Gradient w.r.t weight of " + name + " are vanishing"));
    }
    if (last > MOST_GRADIENT || inARow(sizes, ratio -> ratio >= GROWTH)) {
      found.add(Meaning.EXPLODING.complaint("Gradient w.r.t weight of " + name + " are exploding"));
    }
  }

  private static boolean inARow(List<Double> sizes, DoublePredicate so) {
    int end = sizes.size();
    return end >= WINDOW
        && IntStream.range(end - WINDOW + 1, end)
            .allMatch(i -> so.test(sizes.get(i) / sizes.get(i - 1)));
  }

  private static void activations(
      String name, TraceEvent.LayerState state, boolean ends, Layers known, Set<Complaint> found) {
    if (ends && state.saturatedShare().orElse(0) > UNITS) {
      found.add(Meaning.SATURATED.complaint("Activation " + name + " are considered saturated"));
    } else if (!ends && known.deadShare(name, state) > UNITS) {
      found.add(Meaning.DEAD.complaint("Activation " + name + " are considered dead"));
    }
  }
}
