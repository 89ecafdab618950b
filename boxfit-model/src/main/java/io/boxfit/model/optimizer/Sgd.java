package io.boxfit.model.optimizer;

import io.boxfit.model.Default;
import java.util.Optional;

/**
 * Gradient descent: {@code value -= learningRate * gradient}. With a momentum {@code velocity =
 * momentum * velocity - learningRate * gradient} and {@code value += velocity}, or, in Nesterov's
 * form, {@code value += momentum * velocity - learningRate * gradient}.
 *
 * <p>PyTorch keeps the velocity without the learning rate and multiplies at the end: the same as
 * long as the rate stays, another path where a schedule changes it.
 *
 * @param learningRate positive, 0.01 in Keras
 * @param momentum share of the velocity that stays, in [0, 1)
 * @param nesterov whether the step looks ahead along the velocity
 * @param clip what is cut off large gradients
 */
public record Sgd(
    @Default("0.01") double learningRate,
    @Default("0") double momentum,
    @Default("false") boolean nesterov,
    @Default("") Optional<Clip> clip)
    implements Optimizer {

  /**
   * @throws io.boxfit.core.BadInputException if a number is impossible
   */
  public Sgd {
    Bounds.rate(learningRate);
    Bounds.decay("momentum", momentum);
  }
}
