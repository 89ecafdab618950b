package io.boxfit.bench.doctor;

import io.boxfit.core.random.RandomStream;
import io.boxfit.data.Picture;
import java.util.function.IntBinaryOperator;

/** Pictures that a careless program has drawn anew. */
final class SpoiledPictures {
  private static final double SHINES_THROUGH = 1 / 30.0;

  private SpoiledPictures() {}

  /** A part of half the size or more, drawn to full size. */
  static Picture zoomed(Picture picture, RandomStream random) {
    double share = random.nextDouble(0.5, 1);
    int left = (int) ((1 - share) * picture.width() * random.nextDouble());
    int top = (int) ((1 - share) * picture.height() * random.nextDouble());
    return drawn(picture, (x, y) -> left + (int) (x * share), (x, y) -> top + (int) (y * share));
  }

  /** All of a picture at half of its size or more; what is at its far borders is repeated. */
  static Picture shrunk(Picture picture, RandomStream random) {
    double share = random.nextDouble(0.5, 1);
    return drawn(picture, (x, y) -> (int) (x / share), (x, y) -> (int) (y / share));
  }

  /** All of a picture by up to a fifth to any side; what is at its border is repeated. */
  static Picture pushed(Picture picture, RandomStream random) {
    int across = (int) (picture.width() * random.nextDouble(-0.2, 0.2));
    int down = (int) (picture.height() * random.nextDouble(-0.2, 0.2));
    return drawn(picture, (x, y) -> x - across, (x, y) -> y - down);
  }

  /** Turned about the middle by up to 60 degrees; what is at the border is repeated. */
  static Picture turned(Picture picture, RandomStream random) {
    double angle = Math.toRadians(random.nextDouble(-60, 60));
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    double middle = picture.width() / 2.0;
    double centre = picture.height() / 2.0;
    return drawn(
        picture,
        (x, y) -> (int) (middle + cos * (x - middle) + sin * (y - centre)),
        (x, y) -> (int) (centre - sin * (x - middle) + cos * (y - centre)));
  }

  /** Left and right, or else top and bottom, change places. */
  static Picture mirrored(Picture picture, boolean across) {
    return across
        ? drawn(picture, (x, y) -> picture.width() - 1 - x, (x, y) -> y)
        : drawn(picture, (x, y) -> x, (x, y) -> picture.height() - 1 - y);
  }

  /**
   * Each pixel from another place; what would come from outside comes from the border.
   *
   * @param column where the pixel of a column and a row comes from
   * @param row the same
   */
  private static Picture drawn(Picture picture, IntBinaryOperator column, IntBinaryOperator row) {
    int width = picture.width();
    int channels = picture.channels();
    byte[] pixels = new byte[picture.pixels().length];
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < width; x++) {
        int from =
            within(picture.height(), row.applyAsInt(x, y)) * width
                + within(width, column.applyAsInt(x, y));
        System.arraycopy(
            picture.pixels(), from * channels, pixels, (y * width + x) * channels, channels);
      }
    }
    return with(picture, pixels);
  }

  private static int within(int length, int place) {
    return Math.max(0, Math.min(length - 1, place));
  }

  /** Gray values of 0 and 1 alone. */
  static Picture dark(Picture picture) {
    byte[] pixels = new byte[picture.pixels().length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) ((picture.pixels()[i] & 0xff) / 255);
    }
    return with(picture, pixels);
  }

  /** Noise, through which the picture shines. */
  static Picture noisy(Picture picture, RandomStream random) {
    byte[] pixels = new byte[picture.pixels().length];
    for (int i = 0; i < pixels.length; i++) {
      double seen = SHINES_THROUGH * (picture.pixels()[i] & 0xff);
      pixels[i] = (byte) (seen + (1 - SHINES_THROUGH) * random.nextInt(256));
    }
    return with(picture, pixels);
  }

  /** What two pictures of one size show together on light ground. */
  static Picture darker(Picture picture, Picture other) {
    byte[] pixels = new byte[picture.pixels().length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) Math.min(picture.pixels()[i] & 0xff, other.pixels()[i] & 0xff);
    }
    return with(picture, pixels);
  }

  private static Picture with(Picture picture, byte[] pixels) {
    return new Picture(picture.width(), picture.height(), picture.channels(), pixels);
  }
}
