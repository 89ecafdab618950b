package io.boxfit.train.augment;

import io.boxfit.data.Picture;

/** Looks up a placed picture: bilinear between pixels. */
final class Warp {
  /** Steps between two neighbours. */
  private static final int ONE = 256;

  private static final byte GRAY = (byte) 128;

  private Warp() {}

  /**
   * The result.
   *
   * @param source the content
   * @param reflected whether the source goes on beyond its borders as in a mirror; gray otherwise
   */
  static Picture of(Picture source, Placement at, int width, int height, boolean reflected) {
    byte[] pixels = new byte[width * height * source.channels()];
    Lookup lookup = new Lookup(source, reflected);
    int to = 0;
    for (int y = 0; y < height; y++) {
      double down = y + 0.5 - at.toY();
      for (int x = 0; x < width; x++) {
        double across = x + 0.5 - at.toX();
        double u = at.fromX() + at.xx() * across + at.xy() * down - 0.5;
        double v = at.fromY() + at.yx() * across + at.yy() * down - 0.5;
        lookup.write(u, v, pixels, to);
        to += source.channels();
      }
    }
    return new Picture(width, height, source.channels(), pixels);
  }

  /** One source, asked for many places. */
  private static final class Lookup {
    private final byte[] pixels;
    private final int width;
    private final int height;
    private final int channels;
    private final boolean reflected;

    Lookup(Picture source, boolean reflected) {
      pixels = source.pixels();
      width = source.width();
      height = source.height();
      channels = source.channels();
      this.reflected = reflected;
    }

    void write(double u, double v, byte[] to, int at) {
      if (!reflected && (u < -0.5 || v < -0.5 || u > width - 0.5 || v > height - 0.5)) {
        for (int c = 0; c < channels; c++) {
          to[at + c] = GRAY;
        }
        return;
      }
      int x = (int) Math.floor(u);
      int y = (int) Math.floor(v);
      int shareX = (int) ((u - x) * ONE);
      int shareY = (int) ((v - y) * ONE);
      int left = inside(x, width);
      int right = inside(x + 1, width);
      int upper = inside(y, height) * width;
      int lower = inside(y + 1, height) * width;
      int a = (upper + left) * channels;
      int b = (upper + right) * channels;
      int c = (lower + left) * channels;
      int d = (lower + right) * channels;
      for (int k = 0; k < channels; k++) {
        int top = (pixels[a + k] & 0xFF) * (ONE - shareX) + (pixels[b + k] & 0xFF) * shareX;
        int bottom = (pixels[c + k] & 0xFF) * (ONE - shareX) + (pixels[d + k] & 0xFF) * shareX;
        to[at + k] = (byte) ((top * (ONE - shareY) + bottom * shareY + (1 << 15)) >> 16);
      }
    }

    /** Mirrored at the borders, however far outside. */
    private static int inside(int place, int extent) {
      if (place >= 0 && place < extent) {
        return place;
      }
      int folded = Math.floorMod(place, 2 * extent);
      return folded < extent ? folded : 2 * extent - 1 - folded;
    }
  }
}
