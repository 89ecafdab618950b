package io.boxfit.model.loss;

import io.boxfit.model.network.Network;

/** What training makes small, by name and parameters. */
public sealed interface Loss permits BoxLoss, CoarseToFineLoss {

  /**
   * Refuses a network that this loss cannot train.
   *
   * @throws io.boxfit.core.BadInputException if they do not fit together, with what to do
   */
  default void requireFit(Network network) {}
}
