package io.boxfit.model.optimizer;

import io.boxfit.model.Default;
import java.util.Optional;

/**
 * Adadelta (Zeiler, arXiv 1212.5701): {@code square = rho * square + (1 - rho) * gradient^2},
 * {@code delta = sqrt(moved + epsilon) / sqrt(square + epsilon) * gradient}, {@code moved = rho *
 * moved + (1 - rho) * delta^2}, {@code value -= learningRate * delta}.
 *
 * <p>The paper has no learning rate, that is 1, which is PyTorch's default; Keras's default is
 * 0.001, a thousandth of the paper's step. PyTorch's rho is 0.9, its epsilon 1e-6 by default.
 *
 * @param learningRate positive, 0.001 in Keras, 1 in the paper
 * @param rho decay of both mean squares, in [0, 1)
 * @param epsilon added under both roots
 * @param clip what is cut off large gradients
 */
public record Adadelta(
    @Default("0.001") double learningRate,
    @Default("0.95") double rho,
    @Default("1e-7") double epsilon,
    @Default("") Optional<Clip> clip)
    implements Optimizer {

  /**
   * @throws io.boxfit.core.BadInputException if a number is impossible
   */
  public Adadelta {
    Bounds.rate(learningRate);
    Bounds.decay("rho", rho);
    Bounds.epsilon(epsilon);
  }
}
