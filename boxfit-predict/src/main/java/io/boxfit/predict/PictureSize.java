package io.boxfit.predict;

import io.boxfit.core.BadInputException;

/** The largest picture that is worth the memory. */
final class PictureSize {
  private static final long MAX_PIXELS = 100_000_000;

  private PictureSize() {}

  /**
   * @param name of the picture in messages
   * @throws BadInputException over 100 megapixels
   */
  static void require(int width, int height, String name) {
    if ((long) width * height > MAX_PIXELS) {
      throw new BadInputException(
          name
              + " is too large: "
              + width
              + "x"
              + height
              + " pixels, at most 100 megapixels: resize it first");
    }
  }
}
