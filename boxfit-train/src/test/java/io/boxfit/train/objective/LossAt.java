package io.boxfit.train.objective;

import io.boxfit.train.engine.Engine;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A loss of one pair of boxes, computed in float64.
 *
 * @param value of the loss
 * @param gradient by the four predicted numbers
 */
@SuppressWarnings("ArrayRecordComponent")
record LossAt(double value, double[] gradient) {

  static LossAt of(BoxLossFunction function, double[] numbers, double... truth) {
    Engine.start();
    try (PointerScope scope = new PointerScope()) {
      Tensor predicted = tensor(numbers);
      predicted.set_requires_grad(true);
      Tensor rows = function.rows(predicted, tensor(truth));
      rows.sum().backward();
      return new LossAt(rows.item_double(), array(predicted.grad()));
    }
  }

  private static Tensor tensor(double[] values) {
    Tensor tensor = torch.zeros(1, 4).to(torch.ScalarType.Double);
    try (DoublePointer pointer = tensor.data_ptr_double()) {
      pointer.put(values);
    }
    return tensor;
  }

  private static double[] array(Tensor tensor) {
    double[] values = new double[4];
    try (DoublePointer pointer = tensor.contiguous().data_ptr_double()) {
      pointer.get(values);
    }
    return values;
  }
}
