package io.boxfit.model.layer;

import io.boxfit.model.Default;
import java.util.List;

/**
 * Batch normalisation (Ioffe and Szegedy, arXiv 1502.03167): each channel is brought to mean 0 and
 * variance 1, then scaled and shifted.
 *
 * <p>In training mean and variance are those of the whole batch, and moving ones follow: {@code
 * moving = momentum * moving + (1 - momentum) * batch}, once a step, with the variance divided by
 * the count, as in Keras. When the network is used, the moving ones stand in.
 *
 * @param momentum how much of the moving statistics stays, in [0, 1)
 * @param epsilon added to the variance
 */
public record BatchNorm(@Default("0.99") double momentum, @Default("0.001") double epsilon)
    implements Layer {

  /**
   * @throws io.boxfit.core.BadInputException if a number is impossible
   */
  public BatchNorm {
    Fit.share("momentum", momentum);
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
        Parameter.perChannel("shift", Parameter.Role.SHIFT, channels),
        Parameter.perChannel("mean", Parameter.Role.MOVING_MEAN, channels),
        Parameter.perChannel("variance", Parameter.Role.MOVING_VARIANCE, channels));
  }
}
