package io.boxfit.train.objective;

import io.boxfit.core.BadInputException;
import io.boxfit.core.random.Seed;
import io.boxfit.model.layer.BestCandidate;
import io.boxfit.model.layer.CellBoxes;
import io.boxfit.model.layer.Layer;
import io.boxfit.model.layer.SideOffsets;
import io.boxfit.model.layer.SideStrips;
import io.boxfit.model.layer.SoftArgmaxBox;
import io.boxfit.model.loss.CoarseToFineLoss;
import io.boxfit.model.network.Network;
import io.boxfit.model.network.Node;
import io.boxfit.train.batch.Shard;
import io.boxfit.train.engine.EngineArrays;
import io.boxfit.train.engine.Guide;
import io.boxfit.train.engine.Interpreter;
import io.boxfit.train.engine.TrainingPass;
import java.util.Map;
import java.util.Optional;
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
  private final Optional<Node> decision;
  private final Optional<Node> offsets;
  private final double reach;

  /**
   * @param loss the weights and shares
   * @param network must have one CellBoxes, one TopCells and one SoftArgmaxBox, and may have one
   *     BestCandidate
   * @param seed of the shaking
   * @throws BadInputException if loss and network do not fit together
   */
  public CoarseToFineObjective(CoarseToFineLoss loss, Network network, Seed seed) {
    this.loss = loss;
    this.seed = seed;
    Node cellNode = network.only(CellBoxes.class);
    this.targets = new CellTargets((CellBoxes) cellNode.layer(), network.input());
    this.cells = cellNode.name();
    this.box = network.only(SoftArgmaxBox.class);
    this.decision = find(network, BestCandidate.class);
    this.offsets = find(network, SideOffsets.class);
    this.reach =
        find(network, SideStrips.class)
            .map(node -> ((SideStrips) node.layer()).length() / 2.0 - 2)
            .orElse(0.0);
    if (decision.isPresent() != loss.decoyShare() > 0) {
      throw new BadInputException(
          "loss.decoyShare must be above 0 where the network decides between candidates "
              + "(BestCandidate), and 0 where it does not; it is "
              + loss.decoyShare());
    }
  }

  private static Optional<Node> find(Network network, Class<? extends Layer> kind) {
    return network.nodes().stream().filter(node -> kind.isInstance(node.layer())).findFirst();
  }

  @Override
  public Tensor loss(Interpreter interpreter, Shard shard) {
    Presence presence = Presence.of(shard);
    Tensor truth = EngineArrays.tensor(presence.boxes(), shard.size(), 4);
    Draws draws = Draws.of(loss, seed, shard);
    Guide guide = new ShardGuide(loss, draws, truth, reach);
    TrainingPass pass = new TrainingPass(seed, shard.firstNumber()).guidedBy(guide);
    Map<String, Tensor> outputs = interpreter.train(shard.image(), pass);
    return terms(outputs, shard, truth, draws.genuine(), presence).weighted(loss);
  }

  /** The terms before weighting, scalars; those of offsets and score are 0 where there are none. */
  record Terms(Tensor where, Tensor rough, Tensor sides, Tensor box, Tensor offsets, Tensor score) {

    Tensor weighted(CoarseToFineLoss loss) {
      return where
          .mul(new Scalar(loss.cellWeight()))
          .add(rough.mul(new Scalar(loss.roughWeight())))
          .add(sides.mul(new Scalar(loss.sideWeight())))
          .add(box.mul(new Scalar(loss.boxWeight())))
          .add(offsets.mul(new Scalar(loss.offsetWeight())))
          .add(score.mul(new Scalar(loss.scoreWeight())));
    }
  }

  /**
   * @param outputs of the network's nodes
   * @param genuine (N): 1 where the window shows the object, 0 for decoys, which have no sides
   * @param presence which samples have an object at all
   */
  Terms terms(
      Map<String, Tensor> outputs, Shard shard, Tensor truth, float[] genuine, Presence presence) {
    Tensor cellOutputs = outputs.get(cells);
    float[] shares = new float[shard.size() * targets.cells()];
    for (int i = 0; i < shard.size(); i++) {
      if (presence.at(i)) {
        targets.write(shard.boxes(), i, shares);
      }
    }
    Tensor share = EngineArrays.tensor(shares, shard.size(), targets.cells());
    Tensor where = share.mul(cellOutputs.select(1, 0).log_softmax(1)).sum(1).mean().neg();
    Tensor real = EngineArrays.tensor(genuine, shard.size());
    SideDistributions sides = new SideDistributions(outputs.get(box.inputs().get(2)), truth);
    Tensor sideTerm =
        sides
            .crossEntropy(outputs.get(box.inputs().get(0)), 0)
            .add(sides.crossEntropy(outputs.get(box.inputs().get(1)), 1));
    return new Terms(
        presence.mean(where),
        presence.mean(rough(cellOutputs, share, truth)),
        meanOver(real, sideTerm),
        meanOver(real, distance(outputs.get(box.name()), truth)),
        offsets
            .map(node -> presence.mean(offsetTerm(node, outputs, truth, presence)))
            .orElseGet(CoarseToFineObjective::zero),
        decision
            .map(node -> scoreTerm(node, outputs, real))
            .orElseGet(CoarseToFineObjective::zero));
  }

  private static Tensor meanOver(Tensor real, Tensor values) {
    return values.mul(real).sum().div(real.sum().clamp_min(new Scalar(1.0)));
  }

  private static Tensor zero() {
    return torch.zeros(1).squeeze();
  }

  private static Tensor scoreTerm(Node decision, Map<String, Tensor> outputs, Tensor real) {
    Tensor score = outputs.get(decision.inputs().get(1)).view(-1);
    return torch.binary_cross_entropy_with_logits(score, real);
  }

  private static Tensor offsetTerm(
      Node offsets, Map<String, Tensor> outputs, Tensor truth, Presence presence) {
    Tensor logits = outputs.get(offsets.inputs().get(0));
    Tensor rows = SideDistributions.offsets(logits, outputs.get(offsets.inputs().get(1)), truth);
    return presence.all() ? rows.mean() : rows.mul(presence.weights()).mean();
  }

  private static Tensor rough(Tensor cellOutputs, Tensor share, Tensor truth) {
    long count = cellOutputs.size(2);
    Tensor boxes = cellOutputs.narrow(1, 1, 4).transpose(1, 2).reshape(-1, 4);
    Tensor truths = truth.unsqueeze(1).expand(-1, count, -1).reshape(-1, 4);
    return distance(boxes, truths).view(-1, count).mul(share).sum(1).mean();
  }

  private static Tensor distance(Tensor predicted, Tensor truth) {
    return BoxTensors.giou(predicted, truth).neg().add(new Scalar(1.0));
  }
}
