package io.boxfit.model.keras;

import io.boxfit.model.initializer.Initializer;
import io.boxfit.model.loss.Loss;
import io.boxfit.model.network.Network;
import io.boxfit.model.optimizer.Optimizer;
import java.util.List;
import java.util.Optional;

/**
 * A Keras model as Boxfit's values.
 *
 * @param network its layers, and a head that reads its four numbers as left, top, right, bottom in
 *     shares of the picture, because a file does not say what they mean
 * @param kernel how kernels start whose layer says nothing of its own
 * @param bias how biases start whose layer says nothing of its own
 * @param optimizer empty where the model was not compiled
 * @param loss empty where the model was not compiled
 * @param notes what was left out or taken for granted, a line each
 */
public record KerasModel(
    Network network,
    Initializer kernel,
    Initializer bias,
    Optional<Choice<Optimizer>> optimizer,
    Optional<Choice<Loss>> loss,
    List<String> notes) {

  /** Copies the list. */
  public KerasModel {
    notes = List.copyOf(notes);
  }

  /**
   * What the file names.
   *
   * @param name as it stands there
   * @param counterpart Boxfit's; empty for a function of the user's own or one that is missing here
   */
  public record Choice<T>(String name, Optional<T> counterpart) {}
}
