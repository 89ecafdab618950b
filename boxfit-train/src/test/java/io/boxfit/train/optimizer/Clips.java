package io.boxfit.train.optimizer;

import io.boxfit.model.optimizer.Clip;
import java.util.Optional;

/** Clips of one kind. */
final class Clips {
  private Clips() {}

  static Clip value(double limit) {
    return new Clip(Optional.of(limit), Optional.empty(), Optional.empty());
  }

  static Clip norm(double limit) {
    return new Clip(Optional.empty(), Optional.of(limit), Optional.empty());
  }

  static Clip globalNorm(double limit) {
    return new Clip(Optional.empty(), Optional.empty(), Optional.of(limit));
  }
}
