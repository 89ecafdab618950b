package io.boxfit.model.layer;

import io.boxfit.model.Default;
import io.boxfit.model.initializer.Initializer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A convolution of each channel by itself: (in, h, w) to (in * multiplier, h', w'), the outputs of
 * one channel side by side.
 *
 * @param kernel height and width of the window
 * @param multiplier outputs of each channel
 * @param stride step of the window
 * @param padding zeros around the map
 * @param dilation places from one number of the window to the next
 * @param bias whether a number is added to each channel
 * @param initializer how the kernel starts; empty for the recipe's {@code initializer.kernel}
 * @param biasInitializer how the bias starts; empty for the recipe's {@code initializer.bias}
 */
public record DepthwiseConv2D(
    int kernel,
    @Default("1") int multiplier,
    @Default("1") int stride,
    @Default("valid") Padding padding,
    @Default("1") int dilation,
    @Default("true") boolean bias,
    @Default("") Optional<Initializer> initializer,
    @Default("") Optional<Initializer> biasInitializer)
    implements Layer {

  /**
   * @throws io.boxfit.core.BadInputException if a number is impossible
   */
  public DepthwiseConv2D {
    Fit.within("kernel", kernel, 1, 1024);
    Fit.within("multiplier", multiplier, 1, 1024);
    Fit.atLeast("stride", stride, 1);
    Fit.within("dilation", dilation, 1, 1024);
    Fit.biasStart(biasInitializer);
  }

  /** A layer whose bias starts as the recipe says. */
  public DepthwiseConv2D(
      int kernel,
      int multiplier,
      int stride,
      Padding padding,
      int dilation,
      boolean bias,
      Optional<Initializer> initializer) {
    this(kernel, multiplier, stride, padding, dilation, bias, initializer, Optional.empty());
  }

  /** Places that the window spans along each axis. */
  public int span() {
    return dilation * (kernel - 1) + 1;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape in = Fit.map(Fit.one(inputs));
    return Shape.of(
        Math.multiplyExact(in.size(0), multiplier),
        padding.output(in.size(1), span(), stride),
        padding.output(in.size(2), span(), stride));
  }

  @Override
  public List<Parameter> parameters(List<Shape> inputs) {
    int in = inputs.get(0).size(0);
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(kernel("kernel", in, multiplier, kernel, initializer));
    if (bias) {
      parameters.add(Parameter.bias(in * multiplier, biasInitializer));
    }
    return List.copyOf(parameters);
  }

  /** The fans are Keras's: all channels count as inputs of an output. */
  static Parameter kernel(
      String name, int in, int multiplier, int kernel, Optional<Initializer> initializer) {
    long window = (long) kernel * kernel;
    return new Parameter(
        name,
        Shape.of(Math.multiplyExact(in, multiplier), 1, kernel, kernel),
        Parameter.Role.KERNEL,
        in * window,
        multiplier * window,
        initializer);
  }

  @Override
  public long multiplyAdds(List<Shape> inputs) {
    return Math.multiplyExact(output(inputs).elements(), (long) kernel * kernel);
  }
}
