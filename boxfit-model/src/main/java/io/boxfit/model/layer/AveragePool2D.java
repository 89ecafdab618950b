package io.boxfit.model.layer;

import io.boxfit.model.Default;
import java.util.List;

/**
 * The mean of each window: (c, h, w) to (c, h', w').
 *
 * <p>What is padded does not count: at the border a mean is over fewer numbers, as in Keras.
 *
 * @param kernel height and width of the window
 * @param stride step of the window; Keras takes the window's size where nothing is said
 * @param padding around the map
 */
public record AveragePool2D(int kernel, int stride, @Default("valid") Padding padding)
    implements Layer {

  /**
   * @throws io.boxfit.core.BadInputException if a number is impossible
   */
  public AveragePool2D {
    Fit.within("kernel", kernel, 1, 1024);
    Fit.atLeast("stride", stride, 1);
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape in = Fit.map(Fit.one(inputs));
    return Shape.of(
        in.size(0),
        padding.output(in.size(1), kernel, stride),
        padding.output(in.size(2), kernel, stride));
  }
}
