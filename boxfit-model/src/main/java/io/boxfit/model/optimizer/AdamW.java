package io.boxfit.model.optimizer;

import io.boxfit.core.BadInputException;
import io.boxfit.model.Default;
import java.util.Optional;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, arXiv 1711.05101, algorithm 2), decay on
 * kernels only.
 *
 * <p>The one optimiser with PyTorch's arithmetic and defaults: {@code sqrt(square / (1 - beta2^t))
 * + epsilon}. Keras adds epsilon before the correction (see {@link Adam}), takes 1e-7 and decays by
 * 0.004, all parameters unless they are excluded.
 *
 * @param learningRate positive
 * @param beta1 decay of the mean gradient, in [0, 1)
 * @param beta2 decay of the mean squared gradient, in [0, 1)
 * @param epsilon added to the root of the squares
 * @param weightDecay per unit of learning rate, at least 0
 * @param clip what is cut off large gradients
 */
public record AdamW(
    @Default("0.001") double learningRate,
    @Default("0.9") double beta1,
    @Default("0.999") double beta2,
    @Default("1e-8") double epsilon,
    @Default("0.01") double weightDecay,
    @Default("") Optional<Clip> clip)
    implements Optimizer {

  /**
   * @throws BadInputException if a number is impossible
   */
  public AdamW {
    Bounds.rate(learningRate);
    Bounds.decay("beta1", beta1);
    Bounds.decay("beta2", beta2);
    Bounds.epsilon(epsilon);
    Bounds.require(weightDecay >= 0 && weightDecay <= 100, "weightDecay", "[0, 100]", weightDecay);
  }

  /** Without clipping. */
  public AdamW(
      double learningRate, double beta1, double beta2, double epsilon, double weightDecay) {
    this(learningRate, beta1, beta2, epsilon, weightDecay, Optional.empty());
  }
}
