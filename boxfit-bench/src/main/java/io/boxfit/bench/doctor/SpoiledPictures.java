package io.boxfit.bench.doctor;

import io.boxfit.core.random.RandomStream;
import io.boxfit.data.Picture;

/** Pictures that a careless program has drawn anew. */
final class SpoiledPictures {
  private static final double SHINES_THROUGH = 1 / 30.0;

  private SpoiledPictures() {}

  /** A part of half the size or more, drawn to full size. */
  static Picture zoomed(Picture picture, RandomStream random) {
    double share = random.nextDouble(0.5, 1);
    int left = (int) ((1 - share) * picture.width() * random.nextDouble());
    int top = (int) ((1 - share) * picture.height() * random.nextDouble());
    int channels = picture.channels();
    byte[] pixels = new byte[picture.pixels().length];
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        int from = (top + (int) (y * share)) * picture.width() + left + (int) (x * share);
        System.arraycopy(
            picture.pixels(),
            from * channels,
            pixels,
            (y * picture.width() + x) * channels,
            channels);
      }
    }
    return with(picture, pixels);
  }

  /** All of a picture by up to a fifth to any side; what is at its border is repeated. */
  static Picture pushed(Picture picture, RandomStream random) {
    int width = picture.width();
    int across = (int) (width * random.nextDouble(-0.2, 0.2));
    int down = (int) (picture.height() * random.nextDouble(-0.2, 0.2));
    int channels = picture.channels();
    byte[] pixels = new byte[picture.pixels().length];
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < width; x++) {
        int fromX = Math.max(0, Math.min(width - 1, x - across));
        int fromY = Math.max(0, Math.min(picture.height() - 1, y - down));
        System.arraycopy(
            picture.pixels(),
            (fromY * width + fromX) * channels,
            pixels,
            (y * width + x) * channels,
            channels);
      }
    }
    return with(picture, pixels);
  }

  /** Turned about the middle by up to 60 degrees; what is at the border is repeated. */
  static Picture turned(Picture picture, RandomStream random) {
    double angle = Math.toRadians(random.nextDouble(-60, 60));
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    int width = picture.width();
    int height = picture.height();
    int channels = picture.channels();
    byte[] pixels = new byte[picture.pixels().length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double across = x - width / 2.0;
        double down = y - height / 2.0;
        int fromX = within(width, width / 2.0 + cos * across + sin * down);
        int fromY = within(height, height / 2.0 - sin * across + cos * down);
        System.arraycopy(
            picture.pixels(),
            (fromY * width + fromX) * channels,
            pixels,
            (y * width + x) * channels,
            channels);
      }
    }
    return with(picture, pixels);
  }

  private static int within(int length, double place) {
    return (int) Math.max(0, Math.min(length - 1, place));
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
