package io.boxfit.bench.doctor.peer;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.evidence.Output;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The built-in rules of Amazon SageMaker Debugger with their default parameters, from {@code
 * doc_source/debugger-built-in-rules.md} of github.com/awsdocs/amazon-sagemaker-developer-guide;
 * the rules' own code is not public. Which rules look at what, and bounds where there is no default
 * ({@code TensorVariance}), as its users in research set them: {@code
 * sagemaker_baseline/SMD_scripts_runner.py} of github.com/thedeepchecker/thedeepchecker.
 *
 * <p>What differs:
 *
 * <ul>
 *   <li>Tensors are saved every 500 steps there, which is more than most trainings here have: here
 *       at the first step and at every probe. A saved loss is the mean since the last one ({@link
 *       Course}).
 *   <li>{@code DeadRelu}: a unit is dead that has no gradient ({@link Layers#deadShare}), there one
 *       that gives something in less than 1% of the samples.
 *   <li>{@code SaturatedActivation}: the share of saturated outputs where the trace tells it; for
 *       the last sigmoid what it gave, there its inputs beyond -23 and 16.99999.
 *   <li>{@code VanishingGradient}: of whole layers, see {@link Layers#meanGradient}.
 *   <li>{@code PoorWeightInitialization}: gradients too narrow (5th to 95th percentile, as if they
 *       were normally distributed) and a loss that waits five of the first ten steps. What its page
 *       names as reasons must hold together here. The third, how much the variance of activations
 *       differs between layers, is not known.
 *   <li>{@code AllZero} and {@code TensorVariance} look at the first weights, {@code
 *       CheckInputImages} at the first samples instead of 500.
 *   <li>{@code Overfit} looks at epochs with a validation loss. Left out: {@code Overtraining}.
 * </ul>
 */
final class SageMakerDebugger implements Peer {
  private static final double DEAD_SHARE = 0.5;
  private static final double SATURATED_SHARE = 0.5;

  /** The sigmoid of -23. */
  private static final double SIGMOID_LOW = 1 / (1 + Math.exp(23));

  /** The sigmoid of 16.99999, in the precision of a float. */
  private static final double SIGMOID_HIGH = (float) (1 / (1 + Math.exp(-16.99999)));

  /** A unit that is active less than 1% of the time. */
  private static final double INACTIVE = 0.99;

  private static final double VANISHES = 1e-7;
  private static final double LARGE_RATIO = 10;
  private static final double SMALL_RATIO = 1e-8;
  private static final double RELATIVE_TOLERANCE = 1e-5;
  private static final double ABSOLUTE_TOLERANCE = 1e-8;
  private static final int UNCHANGED_STEPS = 3;
  private static final int FIRST_STEPS = 10;
  private static final int PATIENCE = 5;
  private static final double GRADIENT_RANGE = 0.001;

  /** From the 5th to the 95th percentile of a normal distribution, in standard deviations. */
  private static final double PERCENTILES = 3.2897;

  private static final double LEAST_VARIANCE = 1e-5;
  private static final double MOST_VARIANCE = 10;
  private static final double OVERFITS = 0.1;
  private static final double INPUT_MEAN = 0.2;

  @Override
  public String name() {
    return "SageMaker Debugger";
  }

  @Override
  public List<Complaint> examine(Observed training) {
    Course course = Course.of(training.trace());
    Layers known = Layers.of(training);
    List<Map<String, TraceEvent.LayerState>> saved = saved(training, course);
    double[] losses = course.losses();
    List<Complaint> found = new ArrayList<>();
    add(
        found,
        any(saved, (name, state) -> known.deadShare(name, state) > DEAD_SHARE),
        Meaning.DEAD.complaint("DeadRelu"));
    add(
        found,
        NonFinite.anywhere(training.trace()),
        Meaning.EXPLODING.complaint("ExplodingTensor"));
    add(found, poorStart(training, known), Meaning.START.complaint("PoorWeightInitialization"));
    add(
        found,
        any(saved, (name, state) -> state.saturatedShare().orElse(0) > SATURATED_SHARE)
            || sigmoidAtItsEnds(training, course),
        Meaning.SATURATED.complaint("SaturatedActivation"));
    add(
        found,
        any(saved, (name, state) -> known.meanGradient(name, state) < VANISHES),
        Meaning.VANISHING.complaint("VanishingGradient"));
    boolean large = any(saved, (name, state) -> state.updateRatio() > LARGE_RATIO);
    boolean small = any(saved, (name, state) -> state.updateRatio() < SMALL_RATIO);
    add(found, large, Meaning.FAST.complaint("WeightUpdateRatio: large"));
    add(found, small, Meaning.SLOW.complaint("WeightUpdateRatio: small"));
    add(
        found,
        training.firstWeights().stream().anyMatch(w -> w.mean() == 0 && w.variance() == 0),
        Meaning.START.complaint("AllZero"));
    add(
        found,
        IntStream.range(1, losses.length).anyMatch(i -> losses[i] >= losses[i - 1]),
        Meaning.STUCK.and(Meaning.SLOW, "LossNotDecreasing"));
    add(found, overfits(training), Meaning.OVERFIT.complaint("Overfit"));
    add(
        found,
        training.firstWeights().stream()
            .anyMatch(w -> w.variance() < LEAST_VARIANCE || w.variance() > MOST_VARIANCE),
        Meaning.START.complaint("TensorVariance"));
    add(found, unchanged(losses), Meaning.STUCK.complaint("UnchangedTensor"));
    add(
        found,
        training
            .trace()
            .inputs()
            .filter(given -> Math.abs(given.pixels().mean()) > INPUT_MEAN)
            .isPresent(),
        Meaning.INPUT.complaint("CheckInputImages"));
    return found;
  }

  private static void add(List<Complaint> found, boolean holds, Complaint complaint) {
    if (holds) {
      found.add(complaint);
    }
  }

  private static List<Map<String, TraceEvent.LayerState>> saved(Observed training, Course course) {
    return Stream.concat(
            training.trace().lookedAt().stream().limit(1).map(TraceEvent.Step::layers),
            course.legs().stream().map(Course.Leg::layers))
        .toList();
  }

  private static boolean any(
      List<Map<String, TraceEvent.LayerState>> saved,
      BiPredicate<String, TraceEvent.LayerState> so) {
    return saved.stream()
        .flatMap(layers -> layers.entrySet().stream())
        .anyMatch(layer -> so.test(layer.getKey(), layer.getValue()));
  }

  private static boolean sigmoidAtItsEnds(Observed training, Course course) {
    return training.head() == Output.SIGMOID
        && course.legs().stream()
            .map(leg -> Outputs.of(training, leg.probe()))
            .flatMap(Optional::stream)
            .mapToInt(o -> o.outputs(n -> n <= SIGMOID_LOW || n >= SIGMOID_HIGH, INACTIVE))
            .anyMatch(outputs -> outputs > SATURATED_SHARE * 4);
  }

  private static boolean poorStart(Observed training, Layers known) {
    List<TraceEvent.Step> first =
        training.trace().steps().stream().filter(step -> step.step() <= FIRST_STEPS).toList();
    boolean narrow =
        any(
            first.stream().map(TraceEvent.Step::layers).toList(),
            (name, state) -> PERCENTILES * known.meanGradient(name, state) < GRADIENT_RANGE);
    int waited = 0;
    int longest = 0;
    double best = Double.POSITIVE_INFINITY;
    for (TraceEvent.Step step : first) {
      waited = step.loss() < best ? 0 : waited + 1;
      best = Math.min(best, step.loss());
      longest = Math.max(longest, waited);
    }
    return narrow && longest >= PATIENCE;
  }

  private static boolean overfits(Observed training) {
    return training.trace().epochs().stream()
        .anyMatch(
            epoch ->
                epoch.validationLoss().orElse(Double.NaN) - epoch.meanLoss()
                    > OVERFITS * epoch.meanLoss());
  }

  /** As NumPy's {@code allclose} of the last with the two before. */
  private static boolean unchanged(double[] losses) {
    return IntStream.rangeClosed(UNCHANGED_STEPS, losses.length)
        .anyMatch(
            end ->
                Arrays.stream(losses, end - UNCHANGED_STEPS, end)
                    .allMatch(
                        loss ->
                            Math.abs(loss - losses[end - 1])
                                <= ABSOLUTE_TOLERANCE
                                    + RELATIVE_TOLERANCE * Math.abs(losses[end - 1])));
  }
}
