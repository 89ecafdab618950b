package io.boxfit.model.optimizer;

import io.boxfit.model.Default;
import java.util.Optional;

/**
 * Adam (Kingma and Ba, arXiv 1412.6980) in the form at the end of its section 2, as in Keras:
 * {@code value -= learningRate * sqrt(1 - beta2^t) / (1 - beta1^t) * mean / (sqrt(square) +
 * epsilon)}.
 *
 * <p>PyTorch computes the paper's algorithm 1, {@code sqrt(square / (1 - beta2^t)) + epsilon}:
 * there epsilon weighs less in the first steps. Its default epsilon is 1e-8.
 *
 * @param learningRate positive
 * @param beta1 decay of the mean gradient, in [0, 1)
 * @param beta2 decay of the mean squared gradient, in [0, 1)
 * @param epsilon added to the root of the squares before they are corrected
 * @param clip what is cut off large gradients
 */
public record Adam(
    @Default("0.001") double learningRate,
    @Default("0.9") double beta1,
    @Default("0.999") double beta2,
    @Default("1e-7") double epsilon,
    @Default("") Optional<Clip> clip)
    implements Optimizer {

  /**
   * @throws io.boxfit.core.BadInputException if a number is impossible
   */
  public Adam {
    Bounds.rate(learningRate);
    Bounds.decay("beta1", beta1);
    Bounds.decay("beta2", beta2);
    Bounds.epsilon(epsilon);
  }
}
