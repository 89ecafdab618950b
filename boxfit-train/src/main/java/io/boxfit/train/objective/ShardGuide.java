package io.boxfit.train.objective;

import io.boxfit.model.loss.CoarseToFineLoss;
import io.boxfit.train.engine.EngineArrays;
import io.boxfit.train.engine.Guide;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Points the network at shaken truth, at its own rough boxes and at decoys, and its look along the
 * sides at its own sides, or near the truth where those are too far off.
 *
 * @param loss says how often
 * @param draws of the shard
 * @param truth (N, 4)
 * @param reach pixels from a side within which its strip shows the truth
 */
record ShardGuide(CoarseToFineLoss loss, Draws draws, Tensor truth, double reach) implements Guide {

  /** Below every logit that a network gives. */
  private static final double PASSED_OVER = -1e9;

  @Override
  public Tensor window(Tensor found) {
    Tensor cells = found.detach();
    long size = cells.size(0);
    Tensor shaken = EngineArrays.tensor(draws.shaken(), size, 4);
    Tensor own = best(cells, cells.select(1, 0));
    Tensor near = BoxTensors.iou(own, truth).gt(new Scalar(loss.ownOverlap()));
    Tensor wanted = EngineArrays.tensor(draws.own(), size).gt(new Scalar(0.0));
    Tensor genuine = torch.where(near.logical_and(wanted).unsqueeze(1), own, shaken);
    if (loss.decoyShare() == 0) {
      return genuine;
    }
    Tensor real = EngineArrays.tensor(draws.genuine(), size).gt(new Scalar(0.0)).unsqueeze(1);
    return torch.where(real, genuine, decoys(cells));
  }

  /** The best boxes that do not show the object. */
  private Tensor decoys(Tensor cells) {
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

  @Override
  public Tensor anchor(Tensor box) {
    Tensor own = box.detach().round();
    Tensor nudged = EngineArrays.tensor(draws.nudges(), box.size(0), 4).add(truth).round();
    Tensor far = own.sub(truth).abs().gt(new Scalar(reach));
    return torch.where(far, nudged, own);
  }
}
