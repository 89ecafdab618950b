package io.boxfit.model.layer;

import io.boxfit.model.Default;
import java.util.List;

/**
 * Group normalisation (Wu and He, arXiv 1803.08494): each group of channels of each sample is
 * brought to mean 0 and variance 1, then scaled and shifted per channel. Independent of the batch.
 *
 * @param groups divides the channels
 * @param epsilon added to the variance
 */
public record GroupNorm(int groups, @Default("1e-5") double epsilon) implements Layer {

  /**
   * @throws io.boxfit.core.BadInputException if a number is impossible
   */
  public GroupNorm {
    Fit.atLeast("groups", groups, 1);
    Fit.positive("epsilon", epsilon);
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape in = Fit.map(Fit.one(inputs));
    Fit.require(
        in.size(0) % groups == 0,
        "groups must divide the channels: " + groups + " groups, " + in.size(0) + " channels");
    return in;
  }

  @Override
  public List<Parameter> parameters(List<Shape> inputs) {
    int channels = inputs.get(0).size(0);
    return List.of(
        Parameter.perChannel("gain", Parameter.Role.GAIN, channels),
        Parameter.perChannel("shift", Parameter.Role.SHIFT, channels));
  }
}
