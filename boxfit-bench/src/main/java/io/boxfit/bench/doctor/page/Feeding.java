package io.boxfit.bench.doctor.page;

import io.boxfit.data.Picture;
import java.util.function.UnaryOperator;

/**
 * A way to feed a network that was trained with gray levels as -1 to 1. A picture of other levels,
 * fed like that, is the same numbers.
 *
 * @param words what it is fed with
 * @param change to the picture that comes to the same
 */
record Feeding(String words, UnaryOperator<Picture> change) {
  static final Feeding TRAINED = new Feeding("-1..1", picture -> picture);
  static final Feeding UNIT =
      new Feeding("0..1", picture -> leveled(picture, level -> 127.5 + level / 2.0));
  static final Feeding INVERTED =
      new Feeding("1..0", picture -> leveled(picture, level -> 255 - level / 2.0));
  static final Feeding TRANSPOSED = new Feeding("-1..1, x before y", Feeding::transposed);

  /** What becomes of a gray level, 0 to 255 both. */
  private interface Level {
    double of(int level);
  }

  private static Picture leveled(Picture picture, Level change) {
    byte[] pixels = new byte[picture.pixels().length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) Math.rint(change.of(picture.pixels()[i] & 0xFF));
    }
    return new Picture(picture.width(), picture.height(), picture.channels(), pixels);
  }

  /** Numbers column by column where rows are expected. */
  private static Picture transposed(Picture picture) {
    byte[] pixels = new byte[picture.pixels().length];
    int at = 0;
    for (int x = 0; x < picture.width(); x++) {
      for (int y = 0; y < picture.height(); y++) {
        for (int channel = 0; channel < picture.channels(); channel++) {
          pixels[at++] = (byte) picture.value(x, y, channel);
        }
      }
    }
    return new Picture(picture.width(), picture.height(), picture.channels(), pixels);
  }
}
