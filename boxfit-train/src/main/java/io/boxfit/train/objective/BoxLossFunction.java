package io.boxfit.train.objective;

import io.boxfit.core.box.BoxEncoding;
import io.boxfit.core.box.BoxFormat;
import io.boxfit.core.box.BoxUnit;
import io.boxfit.model.loss.BoxLoss;
import io.boxfit.model.loss.CoordinateLoss;
import io.boxfit.model.loss.OverlapLoss;
import io.boxfit.model.network.Input;
import io.boxfit.train.engine.BoxHeads;
import org.bytedeco.pytorch.Tensor;

/**
 * A loss of boxes at work on numbers in a given format: for training, and for looking at the loss
 * itself without any network.
 *
 * @param loss what is computed
 * @param encoding what the predicted numbers mean
 * @param picture its width and height, where the numbers are shares of them
 */
public record BoxLossFunction(BoxLoss loss, BoxEncoding encoding, Input picture) {

  static final BoxEncoding CORNERS = new BoxEncoding(BoxFormat.XYXY, BoxUnit.PIXELS);

  /** On plain boxes in pixels: xMin, yMin, xMax, yMax. */
  public static BoxLossFunction inPixels(BoxLoss loss) {
    return new BoxLossFunction(loss, CORNERS, new Input(1, 1, 1));
  }

  /**
   * The loss of each row, (N), differentiable.
   *
   * @param numbers predicted, (N, 4), float32 or float64, any values
   * @param truth proper boxes in pixels, xMin, yMin, xMax, yMax, (N, 4), of the same type
   */
  public Tensor rows(Tensor numbers, Tensor truth) {
    return compared(numbers, targets(truth));
  }

  /**
   * True boxes as the loss wants them, (N, 4): in pixels for overlaps, else as the numbers are.
   *
   * @param truth as for {@link #rows}
   */
  Tensor targets(Tensor truth) {
    return loss instanceof OverlapLoss ? truth : BoxHeads.encode(truth, encoding, picture);
  }

  /** How {@link #targets} are to be read. */
  BoxEncoding targetEncoding() {
    return loss instanceof OverlapLoss ? CORNERS : encoding;
  }

  /**
   * The loss of each row, (N), differentiable.
   *
   * @param numbers predicted, (N, 4)
   * @param targets (N, 4)
   */
  Tensor compared(Tensor numbers, Tensor targets) {
    return loss instanceof OverlapLoss overlap
        ? OverlapRows.of(overlap, BoxHeads.decode(numbers, encoding, picture), targets)
        : CoordinateRows.of((CoordinateLoss) loss, encoding.format(), numbers, targets);
  }
}
