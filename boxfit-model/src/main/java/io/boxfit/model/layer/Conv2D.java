package io.boxfit.model.layer;

import io.boxfit.model.Default;
import io.boxfit.model.initializer.Initializer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Convolution over height and width (a cross-correlation, as everywhere in deep learning).
 *
 * <p>(in, h, w) to (filters, h', w') with h' = (h + padding - span) / stride + 1, where the window
 * spans dilation * (kernel - 1) + 1 places.
 *
 * @param filters channels that come out
 * @param kernel height and width of the window
 * @param stride step of the window
 * @param padding zeros around the map
 * @param bias whether a number is added to each channel
 * @param initializer how the kernel starts; empty for the recipe's {@code initializer.kernel}
 * @param dilation places from one number of the window to the next
 * @param groups parts of the channels that are convolved apart; divides channels and filters
 * @param biasInitializer how the bias starts; empty for the recipe's {@code initializer.bias}
 */
public record Conv2D(
    int filters,
    int kernel,
    @Default("1") int stride,
    @Default("valid") Padding padding,
    @Default("true") boolean bias,
    @Default("") Optional<Initializer> initializer,
    @Default(value = "1", written = false) int dilation,
    @Default(value = "1", written = false) int groups,
    @Default("") Optional<Initializer> biasInitializer)
    implements Layer {

  /**
   * @throws io.boxfit.core.BadInputException if a number is impossible
   */
  public Conv2D {
    Fit.within("filters", filters, 1, 65_536);
    Fit.within("kernel", kernel, 1, 1024);
    Fit.atLeast("stride", stride, 1);
    Fit.within("dilation", dilation, 1, 1024);
    Fit.require(
        groups >= 1 && filters % groups == 0,
        "groups must divide the filters: " + groups + " groups, " + filters + " filters");
    Fit.biasStart(biasInitializer);
  }

  /** A layer whose bias starts as the recipe says. */
  public Conv2D(
      int filters,
      int kernel,
      int stride,
      Padding padding,
      boolean bias,
      Optional<Initializer> initializer,
      int dilation,
      int groups) {
    this(filters, kernel, stride, padding, bias, initializer, dilation, groups, Optional.empty());
  }

  /** A convolution without dilation and groups. */
  public Conv2D(
      int filters,
      int kernel,
      int stride,
      Padding padding,
      boolean bias,
      Optional<Initializer> initializer) {
    this(filters, kernel, stride, padding, bias, initializer, 1, 1);
  }

  /** Places that the window spans along each axis. */
  public int span() {
    return dilation * (kernel - 1) + 1;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape in = Fit.map(Fit.one(inputs));
    Fit.require(
        in.size(0) % groups == 0,
        "groups must divide the channels: " + groups + " groups, " + in.size(0) + " channels");
    return Shape.of(
        filters,
        padding.output(in.size(1), span(), stride),
        padding.output(in.size(2), span(), stride));
  }

  @Override
  public List<Parameter> parameters(List<Shape> inputs) {
    int in = inputs.get(0).size(0) / groups;
    long window = (long) kernel * kernel;
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(
        Parameter.kernel(
            Shape.of(filters, in, kernel, kernel), in * window, filters * window, initializer));
    if (bias) {
      parameters.add(Parameter.bias(filters, biasInitializer));
    }
    return List.copyOf(parameters);
  }

  @Override
  public long multiplyAdds(List<Shape> inputs) {
    long window = (long) inputs.get(0).size(0) / groups * kernel * kernel;
    return Math.multiplyExact(output(inputs).elements(), window);
  }
}
