package io.boxfit.core.fit;

/** What happens to a picture that has not the size of a network's input. */
public enum Resize {
  /** Each axis by its own factor, until the picture fills the input. */
  STRETCH,
  /**
   * Both axes by the same factor, until the picture just fits; it lies in the upper left corner,
   * the rest is gray (127.5).
   */
  LETTERBOX
}
