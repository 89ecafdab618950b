package io.boxfit.model.layer;

import io.boxfit.model.Default;
import io.boxfit.model.initializer.Initializer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every output a weighted sum of all inputs: (in) to (units).
 *
 * @param units numbers that come out
 * @param bias whether a number is added to each
 * @param initializer how the kernel (units, in) starts; empty for the recipe's {@code
 *     initializer.kernel}
 * @param biasInitializer how the bias starts; empty for the recipe's {@code initializer.bias}
 */
public record Dense(
    int units,
    @Default("true") boolean bias,
    @Default("") Optional<Initializer> initializer,
    @Default("") Optional<Initializer> biasInitializer)
    implements Layer {

  /**
   * @throws io.boxfit.core.BadInputException if a number is impossible
   */
  public Dense {
    Fit.within("units", units, 1, 1 << 20);
    Fit.biasStart(biasInitializer);
  }

  /** A layer whose bias starts as the recipe says. */
  public Dense(int units, boolean bias, Optional<Initializer> initializer) {
    this(units, bias, initializer, Optional.empty());
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Fit.vector(Fit.one(inputs));
    return Shape.of(units);
  }

  @Override
  public List<Parameter> parameters(List<Shape> inputs) {
    int in = inputs.get(0).size(0);
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(Parameter.kernel(Shape.of(units, in), in, units, initializer));
    if (bias) {
      parameters.add(Parameter.bias(units, biasInitializer));
    }
    return List.copyOf(parameters);
  }

  @Override
  public long multiplyAdds(List<Shape> inputs) {
    return (long) inputs.get(0).size(0) * units;
  }
}
