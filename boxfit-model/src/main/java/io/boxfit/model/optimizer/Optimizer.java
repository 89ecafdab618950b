package io.boxfit.model.optimizer;

import java.util.Optional;

/** How gradients move parameters, by name and parameters. Arithmetic and defaults are Keras's. */
public sealed interface Optimizer permits Adadelta, Adam, AdamW, Nadam, RmsProp, Sgd {

  /** The peak of the learning rate; the schedule says how much of it each step gets. */
  double learningRate();

  /** What is cut off large gradients; empty for nothing. */
  Optional<Clip> clip();
}
