package io.boxfit.train.objective;

import io.boxfit.train.batch.Shard;
import io.boxfit.train.engine.Interpreter;
import org.bytedeco.pytorch.Tensor;

/** A loss at work: what {@code io.boxfit.model.loss.Loss} describes, computed on the engine. */
public interface Objective {

  /**
   * The mean loss of some samples, ready for its backward pass.
   *
   * @param interpreter computes the network
   * @param shard the samples
   * @return a scalar
   */
  Tensor loss(Interpreter interpreter, Shard shard);
}
