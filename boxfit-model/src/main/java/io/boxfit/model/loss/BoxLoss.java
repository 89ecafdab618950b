package io.boxfit.model.loss;

import io.boxfit.core.BadInputException;
import io.boxfit.model.layer.BoxHead;
import io.boxfit.model.network.Network;

/** Compares one predicted box with one true box; the network must end in a {@link BoxHead}. */
public sealed interface BoxLoss extends Loss permits CoordinateLoss, OverlapLoss {

  @Override
  default void requireFit(Network network) {
    if (!(network.last().layer() instanceof BoxHead)) {
      throw new BadInputException(
          "loss.name: "
              + getClass().getSimpleName()
              + " needs a network that ends in boxHead, the last layer '"
              + network.output()
              + "' is a "
              + network.last().layer().getClass().getSimpleName()
              + "; let the network end in four numbers and add - boxHead: {format: xyxy}");
    }
  }
}
