package io.boxfit.train.engine;

import io.boxfit.model.layer.SideOffsets;
import io.boxfit.model.layer.SideStrips;
import io.boxfit.train.engine.Interpreter.LayerCall;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Layers that look across the sides of a box, in the order left, top, right, bottom. */
final class StripLayers {
  /** Towards the inside: to the right, down, to the left, up. */
  private static final float[] INWARDS = {1, 1, -1, -1};

  private static final float[] CROSSES_X = {1, 0, 1, 0};
  private static final float[] CROSSES_Y = {0, 1, 0, 1};

  private StripLayers() {}

  static Tensor sideStrips(SideStrips layer, LayerCall call) {
    Tensor box = call.input(1).detach();
    Tensor map = call.input(0).detach();
    Tensor along =
        BoxLayers.places(layer.length())
            .add(new Scalar(0.5 - layer.length() / 2.0))
            .mul(perSide(INWARDS))
            .add(box.view(-1, 4, 1, 1));
    Scalar margin = new Scalar(layer.margin());
    Tensor low = ends(box, 1, 0).sub(margin);
    Tensor high = ends(box, 3, 2).add(margin);
    Tensor share =
        BoxLayers.places(layer.across())
            .add(new Scalar(0.5))
            .div(new Scalar((double) layer.across()))
            .view(-1, 1);
    Tensor across = high.sub(low).mul(share).add(low);
    Tensor x = coordinate(along, CROSSES_X, across, CROSSES_Y, call.picture().width());
    Tensor y = coordinate(along, CROSSES_Y, across, CROSSES_X, call.picture().height());
    long rows = (long) SideStrips.SIDES * layer.across();
    Tensor grid = torch.stack(new TensorVector(x, y), 4).view(-1, rows, layer.length(), 2);
    Tensor seen = BoxLayers.sample(map, grid);
    return seen.view(-1, map.size(1), SideStrips.SIDES, layer.across(), layer.length())
        .transpose(1, 2)
        .reshape(-1, map.size(1), layer.across(), layer.length());
  }

  private static Tensor perSide(float[] values) {
    return EngineArrays.tensor(values, 1, SideStrips.SIDES, 1, 1);
  }

  /** (N, 4, 1, 1): one end of each side, given for left and right, and for top and bottom. */
  private static Tensor ends(Tensor box, long ofX, long ofY) {
    Tensor alongX = box.select(1, ofX);
    Tensor alongY = box.select(1, ofY);
    return torch.stack(new TensorVector(alongX, alongY, alongX, alongY), 1).view(-1, 4, 1, 1);
  }

  /** (N, 4, across, length) in the engine's coordinates from -1 to 1. */
  private static Tensor coordinate(
      Tensor along, float[] whereAlong, Tensor across, float[] whereAcross, int pixels) {
    return along
        .mul(perSide(whereAlong))
        .add(across.mul(perSide(whereAcross)))
        .mul(new Scalar(2.0 / pixels))
        .sub(new Scalar(1.0));
  }

  static Tensor sideOffsets(SideOffsets layer, LayerCall call) {
    Tensor logits = call.input(0);
    long length = logits.size(2);
    Tensor expected = logits.softmax(2).mul(BoxLayers.places(length)).sum(2).view(-1, 4);
    return expected
        .sub(new Scalar(length / 2.0))
        .mul(EngineArrays.tensor(INWARDS, 1, 4))
        .add(call.input(1));
  }
}
