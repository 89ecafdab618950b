package io.boxfit.model.optimizer;

import io.boxfit.core.BadInputException;
import io.boxfit.model.Default;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is cut off large gradients before the optimiser sees them: exactly one of three, as Keras
 * allows.
 *
 * @param value every number of the gradient is brought into [-value, value]; Keras's {@code
 *     clipvalue}
 * @param norm the gradient of each parameter (a kernel, a bias) by itself is made no longer than
 *     this; Keras's {@code clipnorm}
 * @param globalNorm the gradient of all parameters together is made no longer than this; Keras's
 *     {@code global_clipnorm}, PyTorch's {@code clip_grad_norm_}
 */
public record Clip(
    @Default("") Optional<Double> value,
    @Default("") Optional<Double> norm,
    @Default("") Optional<Double> globalNorm) {

  /**
   * @throws BadInputException if not exactly one is set, or not to a positive number
   */
  public Clip {
    List<Double> limits = Stream.of(value, norm, globalNorm).flatMap(Optional::stream).toList();
    if (limits.size() != 1) {
      throw new BadInputException(
          "value, norm or globalNorm must be set, exactly one of them, got " + limits.size());
    }
    positive("value", value);
    positive("norm", norm);
    positive("globalNorm", globalNorm);
  }

  private static void positive(String name, Optional<Double> limit) {
    if (limit.isPresent() && !(limit.get() > 0 && limit.get() <= Float.MAX_VALUE)) {
      throw new BadInputException(name + " must be a positive 32-bit number, got " + limit.get());
    }
  }
}
