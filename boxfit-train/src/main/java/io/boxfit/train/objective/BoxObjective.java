package io.boxfit.train.objective;

import io.boxfit.core.box.BoxEncoding;
import io.boxfit.core.random.Seed;
import io.boxfit.model.layer.BoxHead;
import io.boxfit.model.loss.BoxLoss;
import io.boxfit.model.network.Network;
import io.boxfit.train.batch.Shard;
import io.boxfit.train.engine.EngineArrays;
import io.boxfit.train.engine.Interpreter;
import io.boxfit.train.engine.TrainingPass;
import org.bytedeco.pytorch.Tensor;

/** The mean of one loss of boxes over the samples, for a network that ends in a BoxHead. */
public final class BoxObjective implements Objective {
  private final BoxLossFunction function;
  private final String numbers;
  private final Seed seed;

  /**
   * @param loss what is made small
   * @param network that is trained
   * @param seed of what its layers draw
   * @throws io.boxfit.core.BadInputException if loss and network do not fit together
   */
  public BoxObjective(BoxLoss loss, Network network, Seed seed) {
    loss.requireFit(network);
    BoxHead head = (BoxHead) network.last().layer();
    this.function = new BoxLossFunction(loss, head.encoding(), network.input());
    this.numbers = network.last().inputs().get(0);
    this.seed = seed;
  }

  @Override
  public Tensor loss(Interpreter interpreter, Shard shard) {
    TrainingPass pass = new TrainingPass(seed, shard.firstNumber());
    Tensor predicted = interpreter.train(shard.image(), pass).get(numbers);
    return function.compared(predicted, targets(shard)).mean();
  }

  @Override
  public Tensor rowsInUse(Interpreter interpreter, Shard shard) {
    return function.compared(interpreter.outputs(shard.image()).get(numbers), targets(shard));
  }

  @Override
  public Tensor targets(Shard shard) {
    return function.targets(EngineArrays.tensor(shard.boxes(), shard.size(), 4));
  }

  @Override
  public BoxEncoding targetEncoding() {
    return function.targetEncoding();
  }
}
