package io.boxfit.model.optimizer;

import io.boxfit.model.Default;
import java.util.Optional;

/**
 * Adam with Nesterov's momentum (Dozat, Incorporating Nesterov Momentum into Adam, 2016), whose
 * momentum is warmed up: {@code u_t = beta1 * (1 - 0.5 * 0.96^t)}.
 *
 * <p>PyTorch's exponent is {@code t * momentum_decay}, 0.004 t by default, so that its momentum
 * stays near beta1 / 2 for hundreds of steps; with {@code momentum_decay=1} it is Keras's. Its
 * default rate is 0.002, its epsilon 1e-8.
 *
 * @param learningRate positive
 * @param beta1 decay of the mean gradient, in [0, 1)
 * @param beta2 decay of the mean squared gradient, in [0, 1)
 * @param epsilon added to the root of the corrected squares
 * @param clip what is cut off large gradients
 */
public record Nadam(
    @Default("0.001") double learningRate,
    @Default("0.9") double beta1,
    @Default("0.999") double beta2,
    @Default("1e-7") double epsilon,
    @Default("") Optional<Clip> clip)
    implements Optimizer {

  /**
   * @throws io.boxfit.core.BadInputException if a number is impossible
   */
  public Nadam {
    Bounds.rate(learningRate);
    Bounds.decay("beta1", beta1);
    Bounds.decay("beta2", beta2);
    Bounds.epsilon(epsilon);
  }
}
