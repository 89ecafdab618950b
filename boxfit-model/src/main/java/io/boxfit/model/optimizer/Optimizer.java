package io.boxfit.model.optimizer;

/** How gradients move parameters, by name and parameters. */
public sealed interface Optimizer permits AdamW {

  /** The peak of the learning rate; the schedule says how much of it each step gets. */
  double learningRate();
}
