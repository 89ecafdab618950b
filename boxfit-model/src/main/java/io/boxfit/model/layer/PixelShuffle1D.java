package io.boxfit.model.layer;

import java.util.List;

/**
 * Channels turned into places: (factor * c, length) to (c, factor * length), where out[k][factor *
 * i + j] = in[factor * k + j][i]. The one-axis case of sub-pixel convolution (Shi et al., arXiv
 * 1609.05158).
 *
 * @param factor divides the channels
 */
public record PixelShuffle1D(int factor) implements Layer {

  /**
   * @throws io.boxfit.core.BadInputException if the factor is impossible
   */
  public PixelShuffle1D {
    Fit.atLeast("factor", factor, 1);
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape in = Fit.row(Fit.one(inputs));
    Fit.require(
        in.size(0) % factor == 0,
        "factor must divide the channels: factor " + factor + ", input " + in);
    return Shape.of(in.size(0) / factor, in.size(1) * factor);
  }
}
