package io.boxfit.model.layer;

import java.util.List;

/**
 * What a map shows inside a box, sampled at size x size places: (c, h, w) and (4) to (c, size,
 * size). The map lies over the network's input, so boxes are in its pixels.
 *
 * <p>Place j of n along an axis lies at {@code low + (high - low) * (j + 0.5) / n}; between pixels
 * the value is bilinear, outside of the map it is the nearest border's. No gradient passes to the
 * box or the map.
 *
 * @param size places along each axis
 */
public record CropWindow(int size) implements Layer {

  /**
   * @throws io.boxfit.core.BadInputException if the size is impossible
   */
  public CropWindow {
    Fit.within("size", size, 1, 8192);
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape map = Fit.map(Fit.inputs(inputs, 2).get(0));
    Fit.box(inputs.get(1));
    return Shape.of(map.size(0), size, size);
  }

  @Override
  public int rows(List<Integer> inputs) {
    return inputs.get(1);
  }
}
