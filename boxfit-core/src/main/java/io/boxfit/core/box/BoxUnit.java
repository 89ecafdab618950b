package io.boxfit.core.box;

/** What the numbers of a box are counted in. */
public enum BoxUnit {
  /** Pixels of the image. */
  PIXELS,
  /** Shares of the image: x of its width, y of its height; 0 to 1 inside the image. */
  RELATIVE
}
