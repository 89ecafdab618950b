package io.boxfit.model.layer;

import io.boxfit.model.initializer.Initializer;
import java.util.Optional;

/**
 * One array of numbers that a layer keeps: training moves it, or the layer itself follows the data.
 *
 * @param name within its layer: {@code kernel}, {@code bias}, {@code gain}, {@code shift}
 * @param shape as the engine and ONNX lay it out: (out, in, height, width) of a 2-D kernel
 * @param role decides how it starts and whether it decays
 * @param fanIn how many inputs feed one output, as initialisers count
 * @param fanOut how many outputs one input feeds, as initialisers count
 * @param initializer how it starts; empty for what its role says
 */
public record Parameter(
    String name,
    Shape shape,
    Role role,
    long fanIn,
    long fanOut,
    Optional<Initializer> initializer) {

  /** What a parameter does in its layer. */
  public enum Role {
    /** Weights of a convolution or a dense layer: random start, weight decay. */
    KERNEL,
    /** Added to an output: the bias initialiser, no decay. */
    BIAS,
    /** Multiplies a normalised map: starts at one, no decay. */
    GAIN,
    /** Added to a normalised map: starts at zero, no decay. */
    SHIFT,
    /** Follows the mean of what passes in training: starts at zero, no optimiser moves it. */
    MOVING_MEAN,
    /** Follows the variance of what passes in training: starts at one, no optimiser moves it. */
    MOVING_VARIANCE;

    /** Whether the gradient moves it. */
    public boolean trained() {
      return this != MOVING_MEAN && this != MOVING_VARIANCE;
    }
  }

  /** A parameter that starts as its role says. */
  public Parameter(String name, Shape shape, Role role, long fanIn, long fanOut) {
    this(name, shape, role, fanIn, fanOut, Optional.empty());
  }

  static Parameter kernel(Shape shape, long fanIn, long fanOut, Optional<Initializer> initializer) {
    return new Parameter("kernel", shape, Role.KERNEL, fanIn, fanOut, initializer);
  }

  /** The fans are Keras's for a vector: both its length. */
  static Parameter bias(int channels, Optional<Initializer> initializer) {
    return new Parameter("bias", Shape.of(channels), Role.BIAS, channels, channels, initializer);
  }

  static Parameter perChannel(String name, Role role, int channels) {
    return new Parameter(name, Shape.of(channels), role, channels, channels);
  }
}
