package io.boxfit.train.engine;

import io.boxfit.core.random.Seed;
import java.util.Optional;

/**
 * What is decided from outside when samples pass through a network in training.
 *
 * @param seed of all draws
 * @param firstNumber number of the first sample, counted from the start of the run: the draws of a
 *     sample are a function of its number, so that neither threads nor shards change them
 * @param guide points the network, where it is one that must be pointed
 */
public record TrainingPass(Seed seed, long firstNumber, Optional<Guide> guide) {

  /** A pass of a network that is not pointed. */
  public TrainingPass(Seed seed, long firstNumber) {
    this(seed, firstNumber, Optional.empty());
  }

  /** This pass with a guide. */
  public TrainingPass guidedBy(Guide pointing) {
    return new TrainingPass(seed, firstNumber, Optional.of(pointing));
  }
}
