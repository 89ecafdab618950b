package io.boxfit.model.recipe;

import io.boxfit.core.BadInputException;
import io.boxfit.model.Default;
import io.boxfit.model.initializer.Initializer;
import io.boxfit.model.initializer.Orthogonal;

/**
 * How parameters start whose layer says nothing of its own. Gains start at one, shifts at zero.
 *
 * @param kernel of convolutions
 * @param bias of convolutions
 */
public record Initializers(
    @Default("glorotUniform") Initializer kernel, @Default("zeros") Initializer bias) {

  /**
   * @throws BadInputException if the bias cannot start so
   */
  public Initializers {
    if (bias instanceof Orthogonal) {
      throw new BadInputException("bias cannot be orthogonal, which needs a matrix; use zeros");
    }
  }
}
