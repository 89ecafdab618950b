package io.boxfit.model.optimizer;

import io.boxfit.core.BadInputException;
import io.boxfit.model.Default;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, arXiv 1711.05101, algorithm 2), decay on
 * kernels only.
 *
 * @param learningRate positive
 * @param beta1 decay of the mean gradient, in [0, 1)
 * @param beta2 decay of the mean squared gradient, in [0, 1)
 * @param epsilon added to the root of the squares
 * @param weightDecay per unit of learning rate, at least 0
 */
public record AdamW(
    @Default("0.001") double learningRate,
    @Default("0.9") double beta1,
    @Default("0.999") double beta2,
    @Default("1e-8") double epsilon,
    @Default("0.01") double weightDecay)
    implements Optimizer {

  /**
   * @throws BadInputException if a number is impossible
   */
  public AdamW {
    require(learningRate > 0 && learningRate <= 100, "learningRate", "(0, 100]", learningRate);
    require(beta1 >= 0 && beta1 < 1, "beta1", "[0, 1)", beta1);
    require(beta2 >= 0 && beta2 < 1, "beta2", "[0, 1)", beta2);
    require(epsilon > 0 && epsilon <= 1, "epsilon", "(0, 1]", epsilon);
    require(weightDecay >= 0 && weightDecay <= 100, "weightDecay", "[0, 100]", weightDecay);
  }

  private static void require(boolean holds, String name, String range, double value) {
    if (!holds) {
      throw new BadInputException("optimizer." + name + " must be in " + range + ", got " + value);
    }
  }
}
