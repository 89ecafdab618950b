package io.boxfit.model.layer;

import java.util.List;

/**
 * What a map shows across each side of a box, pixel by pixel: (c, h, w) and (4) to four rows of (c,
 * across, length), for left, top, right and bottom. The map lies over the network's input.
 *
 * <p>Along its length a strip crosses the side at a right angle, from outside to inside, one place
 * a pixel, the side in the middle: {@code length / 2} places lie outside. Across, {@code across}
 * places run along the side, from {@code margin} pixels before its one end to as many behind the
 * other. All sides look alike that way, so that one small network learns from four times as many.
 * Between pixels the value is bilinear, outside of the map it is the nearest border's. No gradient
 * passes to the box or the map.
 *
 * @param length places across the side, even
 * @param across places along the side
 * @param margin pixels
 */
public record SideStrips(int length, int across, double margin) implements Layer {

  /** Left, top, right, bottom. */
  public static final int SIDES = 4;

  /**
   * @throws io.boxfit.core.BadInputException if a number is impossible
   */
  public SideStrips {
    Fit.atLeast("length", length, 2);
    Fit.require(length % 2 == 0 && length <= 1024, "length must be even and at most 1024");
    Fit.atLeast("across", across, 1);
    Fit.require(across <= 8192, "across must be at most 8192, got " + across);
    Fit.require(margin >= 0 && margin < 1e4, "margin must be in [0, 10000), got " + margin);
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape map = Fit.map(Fit.inputs(inputs, 2).get(0));
    Fit.box(inputs.get(1));
    return Shape.of(map.size(0), across, length);
  }

  @Override
  public int rows(List<Integer> inputs) {
    return SIDES * inputs.get(1);
  }
}
