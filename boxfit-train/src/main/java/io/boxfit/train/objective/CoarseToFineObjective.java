package io.boxfit.train.objective;

import io.boxfit.core.random.Seed;
import io.boxfit.model.layer.CellBoxes;
import io.boxfit.model.layer.SoftArgmaxBox;
import io.boxfit.model.loss.CoarseToFineLoss;
import io.boxfit.model.network.Network;
import io.boxfit.model.network.Node;
import io.boxfit.train.batch.Shard;
import io.boxfit.train.engine.EngineArrays;
import io.boxfit.train.engine.Interpreter;
import java.util.Map;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** {@link CoarseToFineLoss} on the engine. */
public final class CoarseToFineObjective implements Objective {
  private final CoarseToFineLoss loss;
  private final Seed seed;
  private final CellTargets targets;
  private final String cells;
  private final Node box;
  private final String window;

  /**
   * @param loss the weights and shares
   * @param network must have one CellBoxes, one BestCell and one SoftArgmaxBox
   * @param seed of the shaking
   */
  public CoarseToFineObjective(CoarseToFineLoss loss, Network network, Seed seed) {
    this.loss = loss;
    this.seed = seed;
    Node cellNode = network.only(CellBoxes.class);
    this.targets = new CellTargets((CellBoxes) cellNode.layer(), network.input());
    this.cells = cellNode.name();
    this.box = network.only(SoftArgmaxBox.class);
    this.window = box.inputs().get(2);
  }

  @Override
  public Tensor loss(Interpreter interpreter, Shard shard) {
    Tensor truth = EngineArrays.tensor(shard.boxes(), shard.size(), 4);
    Start start = start(shard);
    Map<String, Tensor> outputs =
        interpreter.forward(shard.image(), own -> choose(own, start, truth));
    Terms terms = terms(outputs, shard, truth);
    return terms
        .where
        .mul(new Scalar(loss.cellWeight()))
        .add(terms.rough.mul(new Scalar(loss.roughWeight())))
        .add(terms.sides.mul(new Scalar(loss.sideWeight())))
        .add(terms.box.mul(new Scalar(loss.boxWeight())));
  }

  /** The four terms before weighting, scalars. */
  record Terms(Tensor where, Tensor rough, Tensor sides, Tensor box) {}

  Terms terms(Map<String, Tensor> outputs, Shard shard, Tensor truth) {
    Tensor cellOutputs = outputs.get(cells);
    float[] shares = new float[shard.size() * targets.cells()];
    for (int i = 0; i < shard.size(); i++) {
      targets.write(shard.boxes(), i, shares);
    }
    Tensor share = EngineArrays.tensor(shares, shard.size(), targets.cells());
    Tensor where = share.mul(cellOutputs.select(1, 0).log_softmax(1)).sum(1).mean().neg();
    Tensor last = outputs.get(box.name());
    Tensor look = outputs.get(window);
    SideDistributions sides = new SideDistributions(look, truth);
    Tensor sideTerm =
        sides
            .crossEntropy(outputs.get(box.inputs().get(0)), 0)
            .add(sides.crossEntropy(outputs.get(box.inputs().get(1)), 1));
    return new Terms(
        where, rough(cellOutputs, share, truth), sideTerm, distance(last, truth).mean());
  }

  private Tensor rough(Tensor cellOutputs, Tensor share, Tensor truth) {
    long count = cellOutputs.size(2);
    Tensor boxes = cellOutputs.narrow(1, 1, 4).transpose(1, 2).reshape(-1, 4);
    Tensor truths = truth.unsqueeze(1).expand(-1, count, -1).reshape(-1, 4);
    return distance(boxes, truths).view(-1, count).mul(share).sum(1).mean();
  }

  private static Tensor distance(Tensor predicted, Tensor truth) {
    return BoxTensors.giou(predicted, truth).neg().add(new Scalar(1.0));
  }

  /** The shaken boxes of a shard, and which samples may take the network's own box. */
  private record Start(Tensor shaken, Tensor own) {}

  private Start start(Shard shard) {
    float[] shaken = new float[4 * shard.size()];
    float[] own = new float[shard.size()];
    boolean late = shard.step() > loss.ownAfter() * shard.steps();
    for (int i = 0; i < shard.size(); i++) {
      Shake shake = Shake.of(seed, shard.firstNumber() + i, shard.boxes(), 4 * i);
      System.arraycopy(shake.box(), 0, shaken, 4 * i, 4);
      own[i] = late && shake.coin() < loss.ownShare() ? 1 : 0;
    }
    return new Start(
        EngineArrays.tensor(shaken, shard.size(), 4), EngineArrays.tensor(own, shard.size()));
  }

  private Tensor choose(Tensor own, Start start, Tensor truth) {
    Tensor near = BoxTensors.iou(own, truth).gt(new Scalar(loss.ownOverlap()));
    Tensor use = near.logical_and(start.own.gt(new Scalar(0.0))).unsqueeze(1);
    return torch.where(use, own, start.shaken);
  }
}
