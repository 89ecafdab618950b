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
   * @param beyond what is seen beyond its borders
   */
  static Picture of(Picture source, Placement at, int width, int height, Beyond beyond) {
    byte[] pixels = new byte[width * height * source.channels()];
    Lookup lookup = new Lookup(source, beyond);
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
    private final Beyond beyond;

    Lookup(Picture source, Beyond beyond) {
      pixels = source.pixels();
      width = source.width();
      height = source.height();
      channels = source.channels();
      this.beyond = beyond;
    }

    void write(double u, double v, byte[] to, int at) {
      if (beyond.gray() && (u < -0.5 || v < -0.5 || u > width - 0.5 || v > height - 0.5)) {
        for (int c = 0; c < channels; c++) {
          to[at + c] = GRAY;
        }
        return;
      }
      int x = (int) Math.floor(u);
      int y = (int) Math.floor(v);
      int shareX = (int) ((u - x) * ONE);
      int shareY = (int) ((v - y) * ONE);
      int left = inside(x, width, beyond.mirroredX());
      int right = inside(x + 1, width, beyond.mirroredX());
      int upper = inside(y, height, beyond.mirroredY()) * width;
      int lower = inside(y + 1, height, beyond.mirroredY()) * width;
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

    /** However far outside. */
    private static int inside(int place, int extent, boolean mirrored) {
      if (place >= 0 && place < extent) {
        return place;
      }
      if (!mirrored) {
        return place < 0 ? 0 : extent - 1;
      }
      int folded = Math.floorMod(place, 2 * extent);
      return folded < extent ? folded : 2 * extent - 1 - folded;
    }
  }
}
