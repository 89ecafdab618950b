package io.boxfit.train.loop;

import io.boxfit.model.network.Network;
import io.boxfit.train.batch.Shard;
import io.boxfit.train.engine.EngineArrays;
import io.boxfit.train.engine.EngineParameters;
import io.boxfit.train.engine.Interpreter;
import io.boxfit.train.engine.ParameterLayout;
import io.boxfit.train.objective.Objective;
import io.boxfit.train.received.ReceivedSample;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/** One core's own copy of the network: takes weights and samples, gives back loss and gradient. */
final class ShardWorker {
  private final Network network;
  private final Objective objective;
  private final EngineParameters parameters;
  private final Interpreter interpreter;

  ShardWorker(Network network, ParameterLayout layout, Objective objective) {
    this.network = network;
    this.objective = objective;
    this.parameters = new EngineParameters(layout);
    this.interpreter = new Interpreter(network, parameters);
  }

  void load(float[] weights) {
    parameters.load(weights);
  }

  /**
   * Computes a shard's mean loss and its gradient.
   *
   * @param order which samples
   * @param gradient is overwritten
   */
  double learn(ShardOrder order, float[] gradient) {
    try (PointerScope scope = new PointerScope()) {
      parameters.clearGradient();
      Tensor loss = objective.loss(interpreter, shard(order));
      double value = loss.item_float();
      loss.backward();
      parameters.readGradient(gradient);
      return value;
    }
  }

  /** The first samples of a shard, as {@link #learn} gives them to network and loss. */
  List<ReceivedSample> received(ShardOrder order, int most) {
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      Shard shard = shard(order);
      Tensor targets = objective.targets(shard);
      List<ReceivedSample> samples = new ArrayList<>();
      for (int i = 0; i < Math.min(most, order.size()); i++) {
        samples.add(
            new ReceivedSample(
                EngineArrays.array(shard.image().select(0, i)),
                EngineArrays.array(targets.select(0, i))));
      }
      return samples;
    }
  }

  /** Copies out the moving statistics, where the network has any. */
  void readStatistics(float[] weights) {
    parameters.readStatistics(weights);
  }

  private Shard shard(ShardOrder order) {
    Tensor image =
        EngineArrays.slice(
            order.batch().images(),
            order.first() * (int) network.input().shape().elements(),
            order.size(),
            network.input().channels(),
            network.input().height(),
            network.input().width());
    return new Shard(
        image,
        order.boxes(),
        order.size(),
        order.firstNumber(),
        order.batch().step(),
        order.steps());
  }

  /** The loss of each sample as when the network is used, without gradients. */
  float[] losses(ShardOrder order) {
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      return EngineArrays.array(objective.rowsInUse(interpreter, shard(order)));
    }
  }

  /** Boxes for encoded pictures, four numbers each, without gradients. */
  float[] predict(float[] images, int first, int count) {
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      int length = (int) network.input().shape().elements();
      Tensor image =
          EngineArrays.slice(
              images,
              first * length,
              count,
              network.input().channels(),
              network.input().height(),
              network.input().width());
      return EngineArrays.array(interpreter.predict(image));
    }
  }
}
