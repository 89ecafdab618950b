package io.boxfit.train.objective;

import io.boxfit.train.engine.Engine;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Where a loss of boxes goes downhill, in plain numbers and float64: for whoever looks at the loss
 * itself.
 *
 * @param losses of each pair of boxes
 * @param gradient by the predicted numbers, four for each pair
 */
@SuppressWarnings("ArrayRecordComponent")
public record BoxLossSlope(double[] losses, double[] gradient) {

  /**
   * The loss of each pair and its gradient.
   *
   * @param function which loss, on which numbers
   * @param numbers predicted, four for each pair
   * @param truths proper boxes: xMin, yMin, xMax, yMax for each pair
   */
  public static BoxLossSlope of(BoxLossFunction function, double[] numbers, double[] truths) {
    if (numbers.length == 0) {
      // An empty tensor has no memory to copy from.
      return new BoxLossSlope(numbers, numbers);
    }
    Engine.start();
    Engine.claimThread();
    try (PointerScope scope = new PointerScope()) {
      Tensor predicted = tensor(numbers);
      predicted.set_requires_grad(true);
      Tensor rows = function.rows(predicted, tensor(truths));
      rows.sum().backward();
      return new BoxLossSlope(
          array(rows, numbers.length / 4), array(predicted.grad(), numbers.length));
    }
  }

  private static Tensor tensor(double[] values) {
    Tensor tensor = torch.zeros(values.length / 4, 4).to(torch.ScalarType.Double);
    try (DoublePointer pointer = tensor.data_ptr_double()) {
      pointer.put(values);
    }
    return tensor;
  }

  private static double[] array(Tensor tensor, int length) {
    double[] values = new double[length];
    try (DoublePointer pointer = tensor.detach().contiguous().data_ptr_double()) {
      pointer.get(values);
    }
    return values;
  }
}
