package io.boxfit.train.objective;

import io.boxfit.core.random.Seed;
import io.boxfit.model.loss.CoarseToFineLoss;
import io.boxfit.train.batch.Shard;
import io.boxfit.train.engine.EngineArrays;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Where the close look is pointed in training: shaken truth, the network's own box, or a decoy. */
final class StartBoxes {
  /** Below every logit that a network gives. */
  private static final double PASSED_OVER = -1e9;

  private final CoarseToFineLoss loss;
  private final Seed seed;

  StartBoxes(CoarseToFineLoss loss, Seed seed) {
    this.loss = loss;
    this.seed = seed;
  }

  /**
   * What was drawn for a shard.
   *
   * @param shaken true boxes, shaken, four numbers a sample
   * @param own 1 where the network's own box is taken if it is near
   * @param genuine 0 where a decoy is taken, else 1
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Plan(float[] shaken, float[] own, float[] genuine) {}

  /** Draws for every sample; a pure function of the seed and the samples' numbers. */
  Plan plan(Shard shard) {
    int size = shard.size();
    Plan plan = new Plan(new float[4 * size], new float[size], new float[size]);
    boolean late = shard.step() > loss.ownAfter() * shard.steps();
    for (int i = 0; i < size; i++) {
      Shake shake = Shake.of(seed, shard.firstNumber() + i, shard.boxes(), 4 * i);
      System.arraycopy(shake.box(), 0, plan.shaken, 4 * i, 4);
      plan.own[i] = late && shake.ownCoin() < loss.ownShare() ? 1 : 0;
      plan.genuine[i] = shake.decoyCoin() < loss.decoyShare() ? 0 : 1;
    }
    return plan;
  }

  /**
   * The boxes to look into, (N, 4).
   *
   * @param found cells (N, 5, cells)
   * @param truth (N, 4)
   */
  Tensor choose(Plan plan, Tensor found, Tensor truth) {
    Tensor cells = found.detach();
    long size = cells.size(0);
    Tensor shaken = EngineArrays.tensor(plan.shaken, size, 4);
    Tensor own = best(cells, cells.select(1, 0));
    Tensor near = BoxTensors.iou(own, truth).gt(new Scalar(loss.ownOverlap()));
    Tensor wanted = EngineArrays.tensor(plan.own, size).gt(new Scalar(0.0));
    Tensor genuine = torch.where(near.logical_and(wanted).unsqueeze(1), own, shaken);
    if (loss.decoyShare() == 0) {
      return genuine;
    }
    Tensor real = EngineArrays.tensor(plan.genuine, size).gt(new Scalar(0.0)).unsqueeze(1);
    return torch.where(real, genuine, decoys(cells, truth));
  }

  /** The best boxes that do not show the object. */
  private Tensor decoys(Tensor cells, Tensor truth) {
    long count = cells.size(2);
    Tensor boxes = cells.narrow(1, 1, 4).transpose(1, 2).reshape(-1, 4);
    Tensor truths = truth.unsqueeze(1).expand(-1, count, -1).reshape(-1, 4);
    Tensor near = BoxTensors.iou(boxes, truths).view(-1, count).gt(new Scalar(loss.ownOverlap()));
    return best(cells, cells.select(1, 0).masked_fill(near, new Scalar(PASSED_OVER)));
  }

  private static Tensor best(Tensor cells, Tensor logits) {
    Tensor best = logits.argmax(new LongOptional(1), false);
    return cells.narrow(1, 1, 4).gather(2, best.view(-1, 1, 1).expand(-1, 4, 1)).select(2, 0);
  }
}
