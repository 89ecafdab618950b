package io.boxfit.model.layer;

/**
 * One array of numbers that training moves.
 *
 * @param name within its layer: {@code kernel}, {@code bias}, {@code gain}, {@code shift}
 * @param shape as the engine and ONNX lay it out: (out, in, height, width) of a 2-D kernel
 * @param role decides how it starts and whether it decays
 * @param fanIn how many inputs feed one output, as initialisers count
 * @param fanOut how many outputs one input feeds, as initialisers count
 */
public record Parameter(String name, Shape shape, Role role, long fanIn, long fanOut) {

  /** What a parameter does in its layer. */
  public enum Role {
    /** Weights of a convolution or a dense layer: random start, weight decay. */
    KERNEL,
    /** Added to an output: the bias initialiser, no decay. */
    BIAS,
    /** Multiplies a normalised map: starts at one, no decay. */
    GAIN,
    /** Added to a normalised map: starts at zero, no decay. */
    SHIFT
  }

  static Parameter kernel(Shape shape, long fanIn, long fanOut) {
    return new Parameter("kernel", shape, Role.KERNEL, fanIn, fanOut);
  }

  static Parameter perChannel(String name, Role role, int channels) {
    return new Parameter(name, Shape.of(channels), role, channels, channels);
  }
}
