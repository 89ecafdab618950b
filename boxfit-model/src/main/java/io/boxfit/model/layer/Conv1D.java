package io.boxfit.model.layer;

import io.boxfit.model.Default;
import io.boxfit.model.initializer.Initializer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Convolution along a row: (in, length) to (filters, length').
 *
 * @param filters channels that come out
 * @param kernel length of the window
 * @param padding zeros at both ends
 * @param bias whether a number is added to each channel
 * @param initializer how the kernel starts; empty for the recipe's {@code initializer.kernel}
 * @param biasInitializer how the bias starts; empty for the recipe's {@code initializer.bias}
 */
public record Conv1D(
    int filters,
    int kernel,
    @Default("valid") Padding padding,
    @Default("true") boolean bias,
    @Default("") Optional<Initializer> initializer,
    @Default("") Optional<Initializer> biasInitializer)
    implements Layer {

  /**
   * @throws io.boxfit.core.BadInputException if a number is impossible
   */
  public Conv1D {
    Fit.within("filters", filters, 1, 65_536);
    Fit.within("kernel", kernel, 1, 1024);
    Fit.biasStart(biasInitializer);
  }

  /** A layer whose bias starts as the recipe says. */
  public Conv1D(
      int filters, int kernel, Padding padding, boolean bias, Optional<Initializer> initializer) {
    this(filters, kernel, padding, bias, initializer, Optional.empty());
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape in = Fit.row(Fit.one(inputs));
    return Shape.of(filters, padding.output(in.size(1), kernel, 1));
  }

  @Override
  public List<Parameter> parameters(List<Shape> inputs) {
    int in = inputs.get(0).size(0);
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(
        Parameter.kernel(
            Shape.of(filters, in, kernel),
            (long) in * kernel,
            (long) filters * kernel,
            initializer));
    if (bias) {
      parameters.add(Parameter.bias(filters, biasInitializer));
    }
    return List.copyOf(parameters);
  }

  @Override
  public long multiplyAdds(List<Shape> inputs) {
    long window = (long) inputs.get(0).size(0) * kernel;
    return Math.multiplyExact(output(inputs).elements(), window);
  }
}
