package io.boxfit.bench.doctor.peer;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.evidence.Output;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * DeepDiagnosis (Wardat, Cruz, Le, Rajan: ICSE 2022). Rules, thresholds and words from {@code
 * callback/callbacks.py} of github.com/DeepDiagnosis/ICSE2022 (class {@code mapFaluireToFix} and
 * the functions {@code identify...} and {@code ...Analysis}).
 *
 * <p>What differs:
 *
 * <ul>
 *   <li>A probe stands for an epoch ({@link Course}). The tool stops at its first complaint; here
 *       all are heard, in its order.
 *   <li>Outputs of hidden layers are not known. Behind a ReLU, the share of units without a
 *       gradient (see {@link Layers#deadShare}), never more than that of outputs up to 0, stands
 *       for it; a layer all of whose units are so has mean 0. The share of saturated outputs stands
 *       for that of pre-activations beyond 5. For the last sigmoid, pre-activations are read off
 *       what it gave.
 *   <li>Mean gradients are those of whole layers, see {@link Layers#meanGradient}; unchanged
 *       weights and gradients are those that stay at an update or a gradient of 0.
 *   <li>An accuracy that stays the same counts over 20 epochs or, where a training has fewer, over
 *       all of them if they are at least five.
 *   <li>The variance is that of the first weights, where the tool takes the current ones; its
 *       "learning rate" is the step beside the weights, as there.
 *   <li>Out of range: a head that is no sigmoid, ReLU or softmax is taken as linear.
 * </ul>
 */
final class DeepDiagnosis implements Peer {
  private static final int WINDOW = 5;
  private static final int ACCURACY_WINDOW = 20;

  /** Share of outputs up to 0. */
  private static final double DEAD = 0.7;

  /** Share of pre-activations beyond {@link #SATURATES}. */
  private static final double SATURATED = 0.5;

  private static final double SATURATES = 5;

  /** Mean of a gradient's absolute values. */
  private static final double VANISHES = 1e-7;

  /** How many times as wide as the targets a linear head's outputs may lie. */
  private static final double TIMES = 10;

  @Override
  public String name() {
    return "DeepDiagnosis";
  }

  @Override
  public List<Complaint> examine(Observed training) {
    List<Course.Leg> legs = Course.of(training.trace()).legs();
    List<Complaint> complaints = new ArrayList<>();
    for (int i = 0; i < legs.size(); i++) {
      Course.Leg leg = legs.get(i);
      for (Failure failure : failures(training, legs, i)) {
        Complaint complaint = failure.explained(training, leg);
        if (!complaints.contains(complaint)) {
          complaints.add(complaint);
        }
      }
    }
    return complaints;
  }

  /** What it notices at the end of one epoch. */
  private static List<Failure> failures(Observed training, List<Course.Leg> legs, int at) {
    Course.Leg leg = legs.get(at);
    List<Course.Leg> last =
        (at + 1) % WINDOW == 0 ? legs.subList(at + 1 - WINDOW, at + 1) : List.of();
    int window = Math.min(ACCURACY_WINDOW, Math.max(WINDOW, legs.size()));
    List<Course.Leg> longer =
        (at + 1) % window == 0 ? legs.subList(at + 1 - window, at + 1) : List.of();
    Layers known = Layers.of(training);
    Map<String, TraceEvent.LayerState> layers = leg.layers();
    Optional<Outputs> outputs = Outputs.of(training, leg.probe());
    List<Failure> found = new ArrayList<>();
    add(found, at == 0 && outOfRange(training, leg.probe()), Failure.OUT_OF_RANGE);
    add(
        found,
        outputs.filter(o -> numerical(o.numbers().average().orElse(0))).isPresent()
            || any(layers, (name, state) -> known.deadShare(name, state) == 1),
        Failure.NUMERICAL_FORWARD);
    add(
        found,
        at == legs.size() - 1 && any(layers, (name, state) -> known.deadShare(name, state) >= DEAD),
        Failure.DEAD_NODE);
    add(
        found,
        !last.isEmpty()
            && (any(layers, (name, state) -> state.saturatedShare().orElse(0) > SATURATED)
                || sigmoidAtItsEnds(training, outputs)),
        Failure.SATURATED);
    add(found, !Double.isFinite(leg.loss()), Failure.INVALID_LOSS);
    add(
        found,
        same(last.stream().mapToDouble(Course.Leg::loss).toArray()),
        Failure.LOSS_NOT_DECREASING);
    add(found, leg.accuracy() == 0, Failure.INVALID_ACCURACY);
    add(
        found,
        same(longer.stream().mapToDouble(Course.Leg::accuracy).toArray()),
        Failure.ACCURACY_NOT_INCREASING);
    BiPredicate<String, TraceEvent.LayerState> dense = (name, state) -> known.isDense(name);
    add(
        found,
        any(layers, dense.and((n, state) -> state.gradientNorm() == 0 || state.nonFinite() > 0)),
        Failure.NUMERICAL_GRADIENT);
    add(
        found,
        any(layers, dense.and((name, state) -> known.meanGradient(name, state) < VANISHES)),
        Failure.VANISHING_GRADIENT);
    add(
        found,
        always(last, dense.and((name, state) -> state.gradientNorm() == 0)),
        Failure.UNCHANGED_GRADIENT);
    add(
        found,
        always(last, dense.and((name, state) -> state.updateRatio() == 0)),
        Failure.UNCHANGED_WEIGHTS);
    return found;
  }

  private static void add(List<Failure> found, boolean holds, Failure failure) {
    if (holds) {
      found.add(failure);
    }
  }

  private static boolean any(
      Map<String, TraceEvent.LayerState> layers, BiPredicate<String, TraceEvent.LayerState> so) {
    return layers.entrySet().stream().anyMatch(e -> so.test(e.getKey(), e.getValue()));
  }

  /** Whether some layer is so at the end of each of these epochs. */
  private static boolean always(
      List<Course.Leg> legs, BiPredicate<String, TraceEvent.LayerState> so) {
    return !legs.isEmpty()
        && legs.get(0).layers().keySet().stream()
            .anyMatch(
                name ->
                    legs.stream()
                        .map(leg -> leg.layers().get(name))
                        .allMatch(state -> state != null && so.test(name, state)));
  }

  private static boolean numerical(double mean) {
    return mean == 0 || !Double.isFinite(mean);
  }

  private static boolean same(double[] values) {
    return values.length > 0 && Arrays.stream(values).allMatch(value -> value == values[0]);
  }

  private static boolean sigmoidAtItsEnds(Observed training, Optional<Outputs> outputs) {
    double low = 1 / (1 + Math.exp(SATURATES));
    return training.head() == Output.SIGMOID
        && outputs
            .filter(o -> o.share(number -> number <= low || number >= 1 - low) > SATURATED)
            .isPresent();
  }

  private static boolean outOfRange(Observed training, TraceEvent.Probe probe) {
    Optional<TraceEvent.Range> given = Outputs.of(training, probe).map(Outputs::range);
    Optional<TraceEvent.Range> wanted = Outputs.truth(training, probe).map(Outputs::range);
    if (given.isEmpty() || wanted.isEmpty()) {
      return false;
    }
    double width = wanted.get().max() - wanted.get().min();
    return switch (training.head()) {
      case SIGMOID -> wanted.get().min() < 0 || wanted.get().max() > 1;
      case TANH -> wanted.get().min() < -1 || wanted.get().max() > 1;
      case RELU -> wanted.get().min() < 0;
      case OTHER -> given.get().max() - given.get().min() > TIMES * width;
      case SOFTMAX, UNKNOWN -> false;
    };
  }
}
