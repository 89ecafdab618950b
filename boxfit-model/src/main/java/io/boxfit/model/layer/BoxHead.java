package io.boxfit.model.layer;

import io.boxfit.core.box.BoxEncoding;
import io.boxfit.core.box.BoxFormat;
import io.boxfit.core.box.BoxUnit;
import io.boxfit.model.Default;
import java.util.List;

/**
 * Reads any four numbers (4) of a network as a box (4): xMin, yMin, xMax, yMax in pixels of the
 * network's picture, by the formulas of {@link BoxEncoding#decode}.
 *
 * <p>Nothing is put in order: a network that gives the right side left of the left one gives an
 * inverted box, which scores IoU 0 and is counted.
 *
 * @param format which number is what
 * @param unit pixels, or shares of the picture's width and height
 */
public record BoxHead(@Default("xyxy") BoxFormat format, @Default("relative") BoxUnit unit)
    implements Layer {

  /** How the four numbers are to be read. */
  public BoxEncoding encoding() {
    return new BoxEncoding(format, unit);
  }

  @Override
  public Shape output(List<Shape> inputs) {
    return Fit.box(Fit.one(inputs));
  }
}
