package io.boxfit.app.foreign;

import io.boxfit.core.box.Box;
import io.boxfit.data.Picture;

/**
 * A picture whose box is known.
 *
 * @param picture its pixels, perhaps shrunk
 * @param width of the picture as it was, px
 * @param height of the picture as it was, px
 * @param truth proper, px of the picture as it was
 */
public record KnownPicture(Picture picture, int width, int height, Box truth) {

  /** The same with other pixels. */
  KnownPicture with(Picture changed) {
    return new KnownPicture(changed, width, height, truth);
  }

  /** A box of this picture in shares of its size. */
  Box shares(Box box) {
    return new Box(
        box.xMin() / width, box.yMin() / height, box.xMax() / width, box.yMax() / height);
  }
}
