package io.boxfit.bench.doctor.peer;

import static io.boxfit.bench.doctor.peer.Remedy.ACTIVATION;
import static io.boxfit.bench.doctor.peer.Remedy.DROPOUT;
import static io.boxfit.bench.doctor.peer.Remedy.INPUTS;
import static io.boxfit.bench.doctor.peer.Remedy.LAYERS;
import static io.boxfit.bench.doctor.peer.Remedy.LOSS_OR_ACTIVATION;
import static io.boxfit.bench.doctor.peer.Remedy.OPTIMIZER;
import static io.boxfit.bench.doctor.peer.Remedy.RATE;
import static io.boxfit.bench.doctor.peer.Remedy.WEIGHTS;

import java.util.List;

/**
 * What DeepDiagnosis notices, in its own words, and its decision tree: which causes it looks for,
 * in which order (the functions {@code ...Analysis} of {@code callback/callbacks.py}).
 *
 * @param words for it
 * @param meaning of it
 * @param remedies the last applies always
 */
record Failure(String words, Meaning meaning, List<Remedy> remedies) {
  /** Output and target do not fit. */
  static final Failure OUT_OF_RANGE = of("Out of Range Problem", Meaning.TARGET, ACTIVATION);

  /** A layer's mean output is 0 or no number. */
  static final Failure NUMERICAL_FORWARD =
      of("Numerical Problem Forward", Meaning.EXPLODING, WEIGHTS, INPUTS, RATE, ACTIVATION);

  /** ReLUs that give nothing. */
  static final Failure DEAD_NODE =
      of("Dead Node Problem", Meaning.DEAD, INPUTS, WEIGHTS, RATE, DROPOUT);

  /** Sigmoids or tanh at their ends. */
  static final Failure SATURATED =
      of("Saturated Activation Problem", Meaning.SATURATED, INPUTS, WEIGHTS, RATE, DROPOUT);

  /** The loss is no number. */
  static final Failure INVALID_LOSS = of("Invalid loss", Meaning.EXPLODING, RATE, OPTIMIZER);

  /** The loss stays the same. */
  static final Failure LOSS_NOT_DECREASING =
      of("Loss Not Decreasing", Meaning.STUCK, WEIGHTS, INPUTS, RATE, OPTIMIZER);

  /** The accuracy is 0. */
  static final Failure INVALID_ACCURACY = of("Invalid accuracy", Meaning.STUCK, RATE, OPTIMIZER);

  /** The accuracy stays the same. */
  static final Failure ACCURACY_NOT_INCREASING =
      of("Accuracy Not Increasing", Meaning.STUCK, WEIGHTS, INPUTS, RATE, OPTIMIZER);

  /** A gradient's mean is 0 or no number. */
  static final Failure NUMERICAL_GRADIENT =
      of("Numerical Error in delta Weights", Meaning.VANISHING, LOSS_OR_ACTIVATION);

  /** Gradients next to nothing. */
  static final Failure VANISHING_GRADIENT =
      of("Vanishing Gradient Problem in delta Weights", Meaning.VANISHING, RATE, LAYERS);

  /** A gradient's mean stays the same. */
  static final Failure UNCHANGED_GRADIENT =
      of("Unchange Tensor in Delta Weights", Meaning.STUCK, WEIGHTS, RATE, OPTIMIZER);

  /** Weights stay the same. */
  static final Failure UNCHANGED_WEIGHTS =
      of("Unchange Tensor in Weights", Meaning.STUCK, WEIGHTS, RATE, OPTIMIZER);

  private static Failure of(String words, Meaning meaning, Remedy... remedies) {
    return new Failure(words, meaning, List.of(remedies));
  }

  /** The complaint, with the first remedy of the tree that applies. */
  Complaint explained(Observed training, Course.Leg leg) {
    Remedy remedy =
        remedies.stream().filter(r -> r.applies(training, leg)).findFirst().orElseThrow();
    return meaning.and(remedy.meaning(), words + ": " + remedy.words());
  }
}
