package io.boxfit.train.objective;

import io.boxfit.core.box.BoxEncoding;
import io.boxfit.core.random.Seed;
import io.boxfit.model.loss.BoxLoss;
import io.boxfit.model.loss.CoarseToFineLoss;
import io.boxfit.model.loss.Loss;
import io.boxfit.model.network.Network;
import io.boxfit.train.batch.Shard;
import io.boxfit.train.engine.EngineArrays;
import io.boxfit.train.engine.Interpreter;
import org.bytedeco.pytorch.Tensor;

/** A loss at work: what {@code io.boxfit.model.loss.Loss} describes, computed on the engine. */
public interface Objective {

  /**
   * The objective of a loss.
   *
   * @param loss what is made small
   * @param network that is trained
   * @param seed of what the loss draws
   * @throws io.boxfit.core.BadInputException if loss and network do not fit together
   */
  static Objective of(Loss loss, Network network, Seed seed) {
    return loss instanceof BoxLoss box
        ? new BoxObjective(box, network, seed)
        : new CoarseToFineObjective((CoarseToFineLoss) loss, network, seed);
  }

  /**
   * The mean loss of some samples, ready for its backward pass.
   *
   * @param interpreter computes the network
   * @param shard the samples
   * @return a scalar
   */
  Tensor loss(Interpreter interpreter, Shard shard);

  /**
   * The loss of each sample as when the network is used, (N): no dropout, moving statistics.
   *
   * @throws UnsupportedOperationException if it is computed only while training guides the network;
   *     recipes refuse to ask for it
   */
  default Tensor rowsInUse(Interpreter interpreter, Shard shard) {
    throw new UnsupportedOperationException("a loss of training alone");
  }

  /** What {@link #loss} compares the network's boxes with, (N, 4): boxes in pixels, or others. */
  default Tensor targets(Shard shard) {
    return EngineArrays.tensor(shard.boxes(), shard.size(), 4);
  }

  /** How the four numbers of a target are to be read. */
  default BoxEncoding targetEncoding() {
    return BoxLossFunction.CORNERS;
  }
}
