package io.boxfit.model.optimizer;

import io.boxfit.model.Default;
import java.util.Optional;

/**
 * RMSprop (Hinton, lecture 6e of Neural Networks for Machine Learning, 2012): {@code square = rho *
 * square + (1 - rho) * gradient^2}, step {@code learningRate * gradient / sqrt(square + epsilon)}.
 *
 * <p>PyTorch adds epsilon to the root instead of under it, its rho (called alpha) is 0.99 by
 * default and its epsilon 1e-8, and with a momentum it multiplies with the learning rate last.
 *
 * @param learningRate positive
 * @param rho decay of the mean squared gradient, in [0, 1)
 * @param momentum share of the step before that is taken again, in [0, 1)
 * @param epsilon added under the root
 * @param centered whether the squared mean gradient is taken off the mean squared one
 * @param clip what is cut off large gradients
 */
public record RmsProp(
    @Default("0.001") double learningRate,
    @Default("0.9") double rho,
    @Default("0") double momentum,
    @Default("1e-7") double epsilon,
    @Default("false") boolean centered,
    @Default("") Optional<Clip> clip)
    implements Optimizer {

  /**
   * @throws io.boxfit.core.BadInputException if a number is impossible
   */
  public RmsProp {
    Bounds.rate(learningRate);
    Bounds.decay("rho", rho);
    Bounds.decay("momentum", momentum);
    Bounds.epsilon(epsilon);
  }
}
