package io.boxfit.model.layer;

import io.boxfit.model.Default;
import io.boxfit.model.initializer.Initializer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A convolution of each channel by itself, then one of size 1 over all channels (Chollet, arXiv
 * 1610.02357): (in, h, w) to (filters, h', w'). One bias, at the end.
 *
 * @param filters channels that come out
 * @param kernel height and width of the window
 * @param multiplier outputs of each channel in between
 * @param stride step of the window
 * @param padding zeros around the map
 * @param dilation places from one number of the window to the next
 * @param bias whether a number is added to each channel
 * @param initializer how both kernels start; empty for the recipe's {@code initializer.kernel}
 * @param biasInitializer how the bias starts; empty for the recipe's {@code initializer.bias}
 */
public record SeparableConv2D(
    int filters,
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
  public SeparableConv2D {
    Fit.within("filters", filters, 1, 65_536);
    depthwise(kernel, multiplier, stride, padding, dilation, initializer);
    Fit.biasStart(biasInitializer);
  }

  /** A layer whose bias starts as the recipe says. */
  public SeparableConv2D(
      int filters,
      int kernel,
      int multiplier,
      int stride,
      Padding padding,
      int dilation,
      boolean bias,
      Optional<Initializer> initializer) {
    this(
        filters,
        kernel,
        multiplier,
        stride,
        padding,
        dilation,
        bias,
        initializer,
        Optional.empty());
  }

  /** The first half. */
  public DepthwiseConv2D depthwise() {
    return depthwise(kernel, multiplier, stride, padding, dilation, initializer);
  }

  private static DepthwiseConv2D depthwise(
      int kernel,
      int multiplier,
      int stride,
      Padding padding,
      int dilation,
      Optional<Initializer> initializer) {
    return new DepthwiseConv2D(kernel, multiplier, stride, padding, dilation, false, initializer);
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape between = depthwise().output(inputs);
    return Shape.of(filters, between.size(1), between.size(2));
  }

  @Override
  public List<Parameter> parameters(List<Shape> inputs) {
    int in = inputs.get(0).size(0);
    int between = Math.multiplyExact(in, multiplier);
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(DepthwiseConv2D.kernel("depthwise", in, multiplier, kernel, initializer));
    parameters.add(
        new Parameter(
            "pointwise",
            Shape.of(filters, between, 1, 1),
            Parameter.Role.KERNEL,
            between,
            filters,
            initializer));
    if (bias) {
      parameters.add(Parameter.bias(filters, biasInitializer));
    }
    return List.copyOf(parameters);
  }

  @Override
  public long multiplyAdds(List<Shape> inputs) {
    long between = depthwise().output(inputs).size(0);
    return Math.addExact(
        depthwise().multiplyAdds(inputs), Math.multiplyExact(output(inputs).elements(), between));
  }
}
