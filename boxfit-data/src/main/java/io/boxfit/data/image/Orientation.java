package io.boxfit.data.image;

import io.boxfit.core.box.Box;
import io.boxfit.data.Picture;

/**
 * How a camera held the pixels that it stored: what has to be done to see them upright.
 *
 * <p>The eight values of the tag 274, {@code Orientation}, of Exif 2.32 (CIPA DC-008), in its order
 * from 1.
 */
public enum Orientation {
  NORMAL(1, false, false, false),
  MIRROR(2, false, true, false),
  HALF_TURN(3, false, true, true),
  FLIP(4, false, false, true),
  TRANSPOSE(5, true, false, false),
  QUARTER_TURN(6, true, true, false),
  TRANSVERSE(7, true, true, true),
  THREE_QUARTER_TURN(8, true, false, true);

  private static final int TRANSPOSED_TILE = 32;

  private final int tag;
  private final boolean swapsAxes;
  private final boolean reversesX;
  private final boolean reversesY;

  Orientation(int tag, boolean swapsAxes, boolean reversesX, boolean reversesY) {
    this.tag = tag;
    this.swapsAxes = swapsAxes;
    this.reversesX = reversesX;
    this.reversesY = reversesY;
  }

  /**
   * The orientation of a tag.
   *
   * @param tag 1 to 8; every other value counts as 1, as everywhere
   */
  public static Orientation of(int tag) {
    for (Orientation orientation : values()) {
      if (orientation.tag == tag) {
        return orientation;
      }
    }
    return NORMAL;
  }

  /** The value of the tag, 1 to 8. */
  public int tag() {
    return tag;
  }

  /** Whether width and height change places. */
  public boolean swapsAxes() {
    return swapsAxes;
  }

  /**
   * A box that was drawn on the stored pixels, as it lies on the upright picture.
   *
   * @param box px of the stored picture
   * @param width of the stored picture, px
   * @param height of the stored picture, px
   */
  public Box upright(Box box, double width, double height) {
    Box turned = swapsAxes ? new Box(box.yMin(), box.xMin(), box.yMax(), box.xMax()) : box;
    double across = swapsAxes ? height : width;
    double down = swapsAxes ? width : height;
    return new Box(
        reversesX ? across - turned.xMax() : turned.xMin(),
        reversesY ? down - turned.yMax() : turned.yMin(),
        reversesX ? across - turned.xMin() : turned.xMax(),
        reversesY ? down - turned.yMin() : turned.yMax());
  }

  /** A stored picture, upright. */
  Picture upright(Picture stored) {
    if (this == NORMAL) {
      return stored;
    }
    int width = swapsAxes ? stored.height() : stored.width();
    int height = swapsAxes ? stored.width() : stored.height();
    byte[] pixels = new byte[stored.pixels().length];
    // In tiles, so that columns of the one side stay in the cache while rows of the other are read.
    for (int top = 0; top < height; top += TRANSPOSED_TILE) {
      for (int left = 0; left < width; left += TRANSPOSED_TILE) {
        int bottom = Math.min(height, top + TRANSPOSED_TILE);
        int right = Math.min(width, left + TRANSPOSED_TILE);
        for (int y = top; y < bottom; y++) {
          for (int x = left; x < right; x++) {
            copy(stored, x, y, pixels, width, height);
          }
        }
      }
    }
    return new Picture(width, height, stored.channels(), pixels);
  }

  private void copy(Picture stored, int x, int y, byte[] pixels, int width, int height) {
    int across = reversesX ? width - 1 - x : x;
    int down = reversesY ? height - 1 - y : y;
    int column = swapsAxes ? down : across;
    int row = swapsAxes ? across : down;
    int channels = stored.channels();
    int from = (row * stored.width() + column) * channels;
    int to = (y * width + x) * channels;
    for (int channel = 0; channel < channels; channel++) {
      pixels[to + channel] = stored.pixels()[from + channel];
    }
  }
}
