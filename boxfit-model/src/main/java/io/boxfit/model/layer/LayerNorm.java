package io.boxfit.model.layer;

import io.boxfit.model.Default;
import java.util.List;

/**
 * Layer normalisation (Ba et al., arXiv 1607.06450): the channels at each place are brought to mean
 * 0 and variance 1, then scaled and shifted per channel; a vector is all channels. Independent of
 * the batch; as Keras's default over its last axis.
 *
 * @param epsilon added to the variance
 */
public record LayerNorm(@Default("0.001") double epsilon) implements Layer {

  /**
   * @throws io.boxfit.core.BadInputException if the number is impossible
   */
  public LayerNorm {
    Fit.positive("epsilon", epsilon);
  }

  @Override
  public Shape output(List<Shape> inputs) {
    return Fit.one(inputs);
  }

  @Override
  public List<Parameter> parameters(List<Shape> inputs) {
    int channels = inputs.get(0).size(0);
    return List.of(
        Parameter.perChannel("gain", Parameter.Role.GAIN, channels),
        Parameter.perChannel("shift", Parameter.Role.SHIFT, channels));
  }
}
