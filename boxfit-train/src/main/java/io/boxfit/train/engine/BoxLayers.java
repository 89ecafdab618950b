package io.boxfit.train.engine;

import io.boxfit.model.layer.BestCandidate;
import io.boxfit.model.layer.CellBoxes;
import io.boxfit.model.layer.CropWindow;
import io.boxfit.model.layer.Enlarge;
import io.boxfit.model.layer.SoftArgmaxBox;
import io.boxfit.model.layer.TopCells;
import io.boxfit.train.engine.Interpreter.LayerCall;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Layers that take or give boxes (N, 4) as xMin, yMin, xMax, yMax in pixels. */
final class BoxLayers {
  private static final long BILINEAR = 0;
  private static final long BORDER = 1;

  /** Below every logit that a network gives. */
  private static final double PASSED_OVER = -1e9;

  private BoxLayers() {}

  static Tensor cellBoxes(CellBoxes layer, LayerCall call) {
    Tensor in = call.input(0);
    long rows = in.size(2);
    long columns = in.size(3);
    Tensor raw = in.flatten(2, 3);
    Tensor x = centres(columns, layer.cell()).repeat(rows);
    Tensor y = centres(rows, layer.cell()).repeat_interleave(columns);
    Scalar cell = new Scalar((double) layer.cell());
    x = raw.select(1, 1).mul(cell).add(x);
    y = raw.select(1, 2).mul(cell).add(y);
    Tensor half =
        raw.narrow(1, 3, 2)
            .clamp(
                new ScalarOptional(new Scalar(CellBoxes.LOG_MIN)),
                new ScalarOptional(new Scalar(CellBoxes.LOG_MAX)))
            .exp()
            .mul(new Scalar(layer.halfSize()));
    Tensor halfWidth = half.select(1, 0);
    Tensor halfHeight = half.select(1, 1);
    TensorVector rowsOut =
        new TensorVector(
            raw.select(1, 0),
            x.sub(halfWidth),
            y.sub(halfHeight),
            x.add(halfWidth),
            y.add(halfHeight));
    return torch.stack(rowsOut, 1);
  }

  private static Tensor centres(long count, int cell) {
    return places(count).add(new Scalar(0.5)).mul(new Scalar((double) cell));
  }

  /** 0, 1, ... count - 1 as floats. */
  static Tensor places(long count) {
    return torch.arange(new Scalar((double) count)).to(torch.ScalarType.Float);
  }

  static Tensor topCells(TopCells layer, LayerCall call) {
    Tensor cells = call.input(0).detach();
    Tensor logits = cells.select(1, 0);
    TensorVector candidates = new TensorVector();
    for (int i = 0; i < layer.count(); i++) {
      Tensor best = logits.argmax(new LongOptional(1), false);
      Tensor candidate = cells.gather(2, best.view(-1, 1, 1).expand(-1, 5, 1)).select(2, 0);
      candidates.push_back(candidate);
      Tensor box = candidate.narrow(1, 1, 4).unsqueeze(2);
      Tensor overlaps = overlaps(cells.narrow(1, 1, 4), box, layer.overlap());
      logits = logits.masked_fill(overlaps, new Scalar(PASSED_OVER));
    }
    return torch.cat(candidates, 0);
  }

  /** Whether boxes (N, 4, cells) overlap a box (N, 4, 1) by more than an IoU: (N, cells). */
  private static Tensor overlaps(Tensor boxes, Tensor box, double limit) {
    Tensor low = boxes.narrow(1, 0, 2).max(box.narrow(1, 0, 2));
    Tensor high = boxes.narrow(1, 2, 2).min(box.narrow(1, 2, 2));
    Tensor common = area(low, high);
    Tensor union =
        area(boxes.narrow(1, 0, 2), boxes.narrow(1, 2, 2))
            .add(area(box.narrow(1, 0, 2), box.narrow(1, 2, 2)))
            .sub(common);
    return common.gt(union.mul(new Scalar(limit)));
  }

  private static Tensor area(Tensor low, Tensor high) {
    Tensor size = high.sub(low).clamp_min(new Scalar(0.0));
    return size.select(1, 0).mul(size.select(1, 1));
  }

  static Tensor bestCandidate(BestCandidate layer, LayerCall call) {
    Tensor boxes = call.input(0);
    Tensor sums = call.input(1).view(-1).add(call.input(2).select(1, 0));
    long pictures = call.pictures();
    Tensor best = sums.view(-1, pictures).argmax(new LongOptional(0), false);
    return boxes.view(-1, pictures, 4).gather(0, best.view(1, -1, 1).expand(1, -1, 4)).select(0, 0);
  }

  static Tensor enlarge(Enlarge layer, LayerCall call) {
    Tensor in = call.input(0);
    Tensor box = in.narrow(1, in.size(1) - 4, 4);
    Tensor low = box.narrow(1, 0, 2);
    Tensor high = box.narrow(1, 2, 2);
    Tensor margin =
        high.sub(low)
            .clamp_min(new Scalar(1.0))
            .mul(new Scalar(layer.share()))
            .add(new Scalar(layer.pixels()));
    return torch.cat(new TensorVector(low.sub(margin), high.add(margin)), 1);
  }

  static Tensor cropWindow(CropWindow layer, LayerCall call) {
    Tensor box = call.input(1).detach();
    long size = layer.size();
    Tensor share = places(size).add(new Scalar(0.5)).div(new Scalar((double) size));
    Tensor x = sampled(box, 0, share, call.picture().width());
    Tensor y = sampled(box, 1, share, call.picture().height());
    Tensor grid =
        torch.stack(
            new TensorVector(
                x.unsqueeze(1).expand(-1, size, -1), y.unsqueeze(2).expand(-1, -1, size)),
            3);
    return sample(call.input(0).detach(), grid);
  }

  /** What maps (N, ...) show at the places of grids (rows N, ...), all first rows first. */
  static Tensor sample(Tensor map, Tensor grid) {
    long rows = grid.size(0) / map.size(0);
    Tensor maps = rows == 1 ? map : map.repeat(rows, 1, 1, 1);
    return torch.grid_sampler(maps, grid, BILINEAR, BORDER, false);
  }

  /** Where the places along one axis lie, in the engine's coordinates from -1 to 1: (N, size). */
  private static Tensor sampled(Tensor box, long axis, Tensor share, int extent) {
    Tensor low = box.narrow(1, axis, 1);
    Tensor high = box.narrow(1, axis + 2, 1);
    return high.sub(low).mul(share).add(low).mul(new Scalar(2.0 / extent)).sub(new Scalar(1.0));
  }

  static Tensor softArgmaxBox(SoftArgmaxBox layer, LayerCall call) {
    Tensor window = call.input(2);
    Tensor x = expectedPlaces(call.input(0));
    Tensor y = expectedPlaces(call.input(1));
    long size = call.input(0).size(2);
    Tensor low = window.narrow(1, 0, 2);
    Tensor step = window.narrow(1, 2, 2).sub(low).div(new Scalar((double) size));
    Tensor first = torch.stack(new TensorVector(x.select(1, 0), y.select(1, 0)), 1);
    Tensor last = torch.stack(new TensorVector(x.select(1, 1), y.select(1, 1)), 1);
    return torch.cat(
        new TensorVector(first.mul(step).add(low), last.add(new Scalar(1.0)).mul(step).add(low)),
        1);
  }

  private static Tensor expectedPlaces(Tensor logits) {
    return logits.softmax(2).mul(places(logits.size(2))).sum(2);
  }
}
