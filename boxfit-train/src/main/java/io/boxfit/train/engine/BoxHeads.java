package io.boxfit.train.engine;

import io.boxfit.core.box.BoxEncoding;
import io.boxfit.core.box.BoxFormat;
import io.boxfit.core.box.BoxUnit;
import io.boxfit.model.layer.BoxHead;
import io.boxfit.model.network.Input;
import io.boxfit.train.engine.Interpreter.LayerCall;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Four numbers of a network, read as a box: {@link BoxEncoding} on the engine. */
public final class BoxHeads {
  private BoxHeads() {}

  static Tensor boxHead(BoxHead layer, LayerCall call) {
    return decode(call.input(0), layer.encoding(), call.picture());
  }

  /**
   * Boxes in pixels, xMin, yMin, xMax, yMax, (N, 4).
   *
   * @param numbers (N, 4), float32 or float64
   * @param encoding how to read them
   * @param picture its width and height, where the numbers are shares of them
   */
  public static Tensor decode(Tensor numbers, BoxEncoding encoding, Input picture) {
    Tensor corners = corners(numbers, encoding.format());
    return encoding.unit() == BoxUnit.PIXELS
        ? corners
        : corners.mul(sides(picture).to(corners.scalar_type()));
  }

  /**
   * The numbers that stand for boxes, (N, 4): the way back from {@link #decode}.
   *
   * @param boxes in pixels, (N, 4), float32 or float64
   * @param encoding how to write them
   * @param picture its width and height, where the numbers are shares of them
   */
  public static Tensor encode(Tensor boxes, BoxEncoding encoding, Input picture) {
    Tensor corners =
        encoding.unit() == BoxUnit.PIXELS
            ? boxes
            : boxes.div(sides(picture).to(boxes.scalar_type()));
    Tensor low = corners.narrow(1, 0, 2);
    Tensor high = corners.narrow(1, 2, 2);
    return switch (encoding.format()) {
      case XYXY -> corners;
      case YXYX -> join(low.flip(1), high.flip(1));
      case XYWH -> join(low, high.sub(low));
      case CXCYWH -> join(low.add(high).mul(new Scalar(0.5)), high.sub(low));
    };
  }

  /** xMin, yMin, xMax, yMax in the unit of the numbers, (N, 4). */
  public static Tensor corners(Tensor numbers, BoxFormat format) {
    Tensor first = numbers.narrow(1, 0, 2);
    Tensor second = numbers.narrow(1, 2, 2);
    return switch (format) {
      case XYXY -> numbers;
      case YXYX -> join(first.flip(1), second.flip(1));
      case XYWH -> join(first, first.add(second));
      case CXCYWH -> {
        Tensor half = second.mul(new Scalar(0.5));
        yield join(first.sub(half), first.add(half));
      }
    };
  }

  private static Tensor sides(Input picture) {
    float width = picture.width();
    float height = picture.height();
    return EngineArrays.tensor(new float[] {width, height, width, height}, 4);
  }

  private static Tensor join(Tensor low, Tensor high) {
    return torch.cat(new TensorVector(low, high), 1);
  }
}
