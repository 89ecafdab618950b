package io.boxfit.data.image;

import io.boxfit.core.random.RandomStream;
import io.boxfit.data.Picture;

/** Pictures, changed so that it shows whether and how a network looks at them. */
public final class ProbePictures {
  private ProbePictures() {}

  /** The same size without any light. */
  public static Picture black(Picture picture) {
    return new Picture(
        picture.width(), picture.height(), picture.channels(), new byte[picture.pixels().length]);
  }

  /** The same pixels in random order: colours stay, places do not. */
  public static Picture shuffled(Picture picture, RandomStream random) {
    int[] order = random.permutation(picture.width() * picture.height());
    int channels = picture.channels();
    byte[] pixels = new byte[picture.pixels().length];
    for (int i = 0; i < order.length; i++) {
      System.arraycopy(picture.pixels(), order[i] * channels, pixels, i * channels, channels);
    }
    return new Picture(picture.width(), picture.height(), channels, pixels);
  }

  /** Left and right exchanged. */
  public static Picture mirrored(Picture picture) {
    int width = picture.width();
    int channels = picture.channels();
    byte[] pixels = new byte[picture.pixels().length];
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < width; x++) {
        System.arraycopy(
            picture.pixels(),
            (y * width + x) * channels,
            pixels,
            (y * width + width - 1 - x) * channels,
            channels);
      }
    }
    return new Picture(width, picture.height(), channels, pixels);
  }

  /**
   * Moved; what leaves on one side comes in on the other, so that no colour is made up.
   *
   * @param right px, less than the width either way
   * @param down px, less than the height either way
   */
  public static Picture moved(Picture picture, int right, int down) {
    int width = picture.width();
    int height = picture.height();
    int channels = picture.channels();
    byte[] pixels = new byte[picture.pixels().length];
    for (int y = 0; y < height; y++) {
      int row = Math.floorMod(y + down, height) * width;
      for (int x = 0; x < width; x++) {
        System.arraycopy(
            picture.pixels(),
            (y * width + x) * channels,
            pixels,
            (row + Math.floorMod(x + right, width)) * channels,
            channels);
      }
    }
    return new Picture(width, height, channels, pixels);
  }
}
