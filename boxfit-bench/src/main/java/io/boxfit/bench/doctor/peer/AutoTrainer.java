package io.boxfit.bench.doctor.peer;

import io.boxfit.core.trace.TraceEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * AutoTrainer (Zhang, Zhai, Ma, Shen: ICSE 2021; extended in IEEE TDSC 2024). Rules and order from
 * {@code AutoTrainer/utils/monitor.py} of github.com/shiningrain/AUTOTRAINER, thresholds from
 * {@code default_param} in {@code utils.py}, words from {@code problem_evaluation} in {@code
 * modules.py}.
 *
 * <p>What differs:
 *
 * <ul>
 *   <li>A probe stands for an epoch ({@link Course}), its Keras accuracy for the accuracy of
 *       training and of validation. Judged once, at the end, over all epochs, where the tool judges
 *       at half-time and again when something looks bad.
 *   <li>Gradient norms are those of whole layers, bias included, at every third epoch, as there.
 *   <li>The share of gradients that are zero: all of a layer whose norm is 0, and of another as
 *       many as its share of units without a gradient, weighted by parameters where their number is
 *       known.
 *   <li>Any number that is none counts as explosion; there, one of the weights or gradients must
 *       be, too.
 *   <li>Activations are not known; of {@code abnormal_data}, the mean of a layer's outputs at least
 *       10, only the input is looked at.
 *   <li>Left out, because they presuppose a classifier and would accuse every regression: {@code
 *       loss_issue} (a loss of four outputs that is no cross-entropy) and {@code activation_issue}.
 * </ul>
 */
final class AutoTrainer implements Peer {
  /** beta_1: first over last gradient norm. */
  private static final double VANISHING_RATIO = 1e-3;

  /** beta_2: first gradient norm. */
  private static final double VANISHING_NORM = 1e-4;

  /** beta_3: first over last gradient norm. */
  private static final double EXPLODING_RATIO = 70;

  /** gamma: share of gradients that are zero. */
  private static final double DEAD_SHARE = 0.7;

  /** zeta: from a maximum of accuracy to a minimum. */
  private static final double SWING = 0.03;

  /** eta: swings a epoch. */
  private static final double SWING_RATE = 0.2;

  /** delta: accuracy from one epoch to the next. */
  private static final double RISE = 0.01;

  /** Theta: accuracy. */
  private static final double SATISFIED = 0.7;

  /** omega_1: mean of a layer's output. */
  private static final double ABNORMAL_MEAN = 10;

  /** The default of {@code checktype}: {@code epoch_3}. */
  private static final int CHECK_EVERY = 3;

  @Override
  public String name() {
    return "AutoTrainer";
  }

  @Override
  public List<Complaint> examine(Observed training) {
    List<Complaint> complaints = new ArrayList<>();
    if (training
        .trace()
        .inputs()
        .filter(i -> Math.abs(i.pixels().mean()) >= ABNORMAL_MEAN)
        .isPresent()) {
      complaints.add(Meaning.INPUT.complaint("abnormal_data"));
    }
    if (NonFinite.anywhere(training.trace())) {
      complaints.add(Meaning.EXPLODING.complaint("explode"));
      return complaints;
    }
    double[] accuracies = Course.of(training.trace()).accuracies();
    boolean unsatisfied =
        accuracies.length > 0 && Arrays.stream(accuracies).allMatch(a -> a < SATISFIED);
    boolean slow = accuracies.length > 1 && mostRise(accuracies) < RISE;
    if (unsatisfied || slow) {
      gradientTrouble(training)
          .or(
              () ->
                  unsatisfied && slow
                      ? Optional.of(Meaning.SLOW.complaint("not_converge"))
                      : Optional.empty())
          .ifPresent(complaints::add);
    }
    if (accuracies.length > 0 && swings(accuracies) >= SWING_RATE * accuracies.length) {
      complaints.add(Meaning.UNSTABLE.complaint("unstable"));
    }
    return complaints;
  }

  /** The first of three that was seen at any check. */
  private static Optional<Complaint> gradientTrouble(Observed training) {
    Layers known = Layers.of(training);
    List<Course.Leg> legs = Course.of(training.trace()).legs();
    boolean dead = false;
    boolean explodes = false;
    boolean vanishes = false;
    for (int epoch = 0; epoch < legs.size(); epoch += CHECK_EVERY) {
      Map<String, TraceEvent.LayerState> layers = legs.get(epoch).layers();
      double[] norms =
          layers.values().stream()
              .mapToDouble(TraceEvent.LayerState::gradientNorm)
              .filter(norm -> !Double.isNaN(norm))
              .toArray();
      if (norms.length > 0) {
        double first = norms[0];
        double ratio = first / norms[norms.length - 1];
        dead |= zeroShare(known, layers) >= DEAD_SHARE;
        explodes |= ratio > EXPLODING_RATIO;
        vanishes |= ratio < VANISHING_RATIO && first < VANISHING_NORM;
      }
    }
    if (dead) {
      return Optional.of(Meaning.DEAD.complaint("relu"));
    }
    return explodes
        ? Optional.of(Meaning.EXPLODING.complaint("explode"))
        : vanishes ? Optional.of(Meaning.VANISHING.complaint("vanish")) : Optional.empty();
  }

  private static double zeroShare(Layers known, Map<String, TraceEvent.LayerState> layers) {
    double zeros = 0;
    double all = 0;
    for (Map.Entry<String, TraceEvent.LayerState> layer : layers.entrySet()) {
      long size = known.size(layer.getKey());
      TraceEvent.LayerState state = layer.getValue();
      zeros += size * (state.gradientNorm() == 0 ? 1 : state.deadShare().orElse(0));
      all += size;
    }
    return zeros / all;
  }

  private static double mostRise(double[] accuracies) {
    double most = 0;
    for (int i = 1; i < accuracies.length; i++) {
      most = Math.max(most, accuracies[i] - accuracies[i - 1]);
    }
    return most;
  }

  /** Pairs of the i-th local maximum and the i-th local minimum that lie far apart. */
  private static long swings(double[] accuracies) {
    List<Double> tops = new ArrayList<>();
    List<Double> bottoms = new ArrayList<>();
    for (int i = 1; i + 1 < accuracies.length; i++) {
      double before = accuracies[i] - accuracies[i - 1];
      double after = accuracies[i] - accuracies[i + 1];
      if (before >= 0 && after >= 0) {
        tops.add(accuracies[i]);
      }
      if (before <= 0 && after <= 0) {
        bottoms.add(accuracies[i]);
      }
    }
    long swings = 0;
    for (int i = 0; i < Math.min(tops.size(), bottoms.size()); i++) {
      swings += tops.get(i) - bottoms.get(i) >= SWING ? 1 : 0;
    }
    return swings;
  }
}
