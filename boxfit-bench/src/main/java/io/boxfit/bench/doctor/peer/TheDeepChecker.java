package io.boxfit.bench.doctor.peer;

import io.boxfit.core.trace.TraceEvent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * TheDeepChecker (Ben Braiek, Khomh: ACM TOSEM 2022). Rules from {@code deep_checker/checkers.py}
 * and {@code hooks.py} of github.com/thedeepchecker/thedeepchecker, thresholds from {@code
 * config/settings.yaml}, words from {@code config/messages.properties}.
 *
 * <p>What differs:
 *
 * <ul>
 *   <li>The tool trains on one batch for 200 steps to look at loss, gradients and activations; a
 *       trace tells of a training on all batches. Its rules on the loss see the first 200 steps
 *       ({@link LossCurve}), the others the whole training, at the steps that were looked into.
 *   <li>Mean gradients are those of whole layers, see {@link Layers#meanGradient}, ratios of
 *       updates those of norms.
 *   <li>Pixels and targets are normalised if they lie in [-1, 1], by the first samples, with its
 *       tolerance of 0.01; the tool wants a range of whole [0, 1] or [-1, 1] in 38,400 samples.
 *   <li>Loss and metric: mean loss and mean IoU at the probes.
 *   <li>Constant outputs: those that are constant at the first five probes after a step.
 *   <li>Dead: units without a gradient ({@link Layers#deadShare}); saturated: the share that the
 *       trace tells.
 *   <li>Left out, because they need trainings of their own or numbers that no trace tells: the loss
 *       with zeroed inputs and of one batch, the first loss, numeric gradients, biases, labels,
 *       augmentation, modes, spread of activations, signs and growth of weights.
 * </ul>
 */
final class TheDeepChecker implements Peer {
  private static final double TOLERANCE = 0.01;
  private static final int PATIENCE = 5;
  private static final double LEAST_CORRELATION = 0.5;

  @Override
  public String name() {
    return "TheDeepChecker";
  }

  @Override
  public List<Complaint> examine(Observed training) {
    Set<Complaint> found = new LinkedHashSet<>();
    inputs(training, found);
    found.addAll(InitialVariance.of(training));
    found.addAll(DeepCheckerLayers.of(training));
    loss(training, found);
    outputs(training, found);
    return List.copyOf(found);
  }

  private static void inputs(Observed training, Set<Complaint> found) {
    Optional<TraceEvent.Inputs> given = training.trace().inputs();
    given
        .map(TraceEvent.Inputs::pixels)
        .ifPresent(
            pixels -> {
              if (pixels.min() == pixels.max()) {
                found.add(Meaning.INPUT.complaint("Features are constant"));
              } else if (unnormalized(pixels)) {
                found.add(Meaning.INPUT.complaint("Features seem to be unnormalized"));
              }
            });
    if (targets(training).filter(TheDeepChecker::unnormalized).isPresent()) {
      found.add(Meaning.TARGET.complaint("Outputs seem to be unnormalized"));
    }
  }

  /** What the network should give out; the loss of a recipe may compare it in another unit. */
  private static Optional<TraceEvent.Range> targets(Observed training) {
    return training.recipe().isPresent()
        ? training.trace().probes().stream()
            .findFirst()
            .flatMap(probe -> Outputs.truth(training, probe))
            .map(Outputs::range)
        : training.trace().inputs().flatMap(TraceEvent.Inputs::targets);
  }

  private static boolean unnormalized(TraceEvent.Range range) {
    return range.min() < -1 - TOLERANCE || range.max() > 1 + TOLERANCE;
  }

  private static void loss(Observed training, Set<Complaint> found) {
    if (NonFinite.inLoss(training.trace())) {
      found.add(Meaning.EXPLODING.complaint("Loss is turning into NaN"));
    }
    LossCurve curve = LossCurve.of(training.trace().steps());
    if (curve.stagnates()) {
      found.add(Meaning.STUCK.and(Meaning.SLOW, "The loss is no-or-slowly decreasing"));
    }
    if (curve.diverges()) {
      found.add(Meaning.EXPLODING.complaint("Loss is diverging"));
    }
    if (curve.fluctuates()) {
      found.add(Meaning.UNSTABLE.complaint("There is a lot of fluctuations"));
    }
    Course course = Course.of(training.trace());
    double[] losses = course.losses();
    double[] ious = course.legs().stream().mapToDouble(leg -> leg.probe().meanIou()).toArray();
    if (IntStream.rangeClosed(3, losses.length)
        .anyMatch(n -> Math.abs(correlation(losses, ious, n)) < LEAST_CORRELATION)) {
      found.add(Meaning.LOSS.complaint("The loss seems to lack representativeness"));
    }
  }

  private static void outputs(Observed training, Set<Complaint> found) {
    List<TraceEvent.Probe> probes =
        Course.of(training.trace()).legs().stream().map(Course.Leg::probe).limit(PATIENCE).toList();
    if (probes.size() < PATIENCE) {
      return;
    }
    List<Outputs> given =
        probes.stream()
            .map(probe -> Outputs.of(training, probe))
            .flatMap(Optional::stream)
            .toList();
    Outputs wanted = Outputs.truth(training, probes.get(0)).orElseThrow();
    for (int i = 0; i < 4; i++) {
      int output = i;
      TraceEvent.Range range = TraceEvent.Range.of(wanted.column(output));
      if (given.stream()
          .flatMapToDouble(o -> o.column(output))
          .anyMatch(n -> !Double.isFinite(n))) {
        found.add(Meaning.EXPLODING.complaint("There was (a) NaN(s) in outputs"));
      } else if (given.stream().allMatch(o -> o.column(output).distinct().count() == 1)) {
        found.add(Meaning.STUCK.complaint("Outputs of the model are constantly unchanged"));
      }
      if (Math.abs(range.max()) > 1
          && given.stream()
              .flatMapToDouble(o -> o.column(output))
              .allMatch(n -> !(Math.abs(n) > 1))) {
        found.add(
            Meaning.ACTIVATION.and(
                Meaning.TARGET,
                "The model seems to be unable to predict enough high magnitude values"));
      }
      if (range.min() < 0
          && given.stream().flatMapToDouble(o -> o.column(output)).allMatch(n -> !(n < 0))) {
        found.add(
            Meaning.ACTIVATION.and(
                Meaning.TARGET, "The model seems to be unable to predict negative values"));
      }
    }
  }

  /** Of the first so many; not a number where either does not vary or is none. */
  private static double correlation(double[] a, double[] b, int n) {
    double meanA = IntStream.range(0, n).mapToDouble(i -> a[i]).average().orElseThrow();
    double meanB = IntStream.range(0, n).mapToDouble(i -> b[i]).average().orElseThrow();
    double both = 0;
    double squaresA = 0;
    double squaresB = 0;
    for (int i = 0; i < n; i++) {
      both += (a[i] - meanA) * (b[i] - meanB);
      squaresA += (a[i] - meanA) * (a[i] - meanA);
      squaresB += (b[i] - meanB) * (b[i] - meanB);
    }
    return both / Math.sqrt(squaresA * squaresB);
  }
}
