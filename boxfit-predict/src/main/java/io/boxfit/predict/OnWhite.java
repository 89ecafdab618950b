package io.boxfit.predict;

/** What a transparent pixel looks like on a white page. */
final class OnWhite {
  private OnWhite() {}

  /**
   * @param sample 0..255, not multiplied by alpha
   * @param alpha 0 (transparent) to 255 (opaque)
   */
  static byte straight(int sample, int alpha) {
    // v + v / 256 stands for v / 255, exact for all products of two bytes (Blinn, "Three Wrongs
    // Make a Right", 1995).
    int v = sample * alpha + 255 * (255 - alpha) + 128;
    return (byte) ((v + (v >> 8)) >> 8);
  }

  /**
   * @param sample 0..255, already multiplied by alpha
   * @param alpha 0 (transparent) to 255 (opaque)
   */
  static byte premultiplied(int sample, int alpha) {
    return (byte) Math.min(255, sample + 255 - alpha);
  }

  /** Writes the three colours of a pixel whose alpha is in the top byte and not multiplied in. */
  static void write(int argb, byte[] rgb, int at) {
    int alpha = argb >>> 24;
    rgb[at] = straight(argb >> 16 & 0xFF, alpha);
    rgb[at + 1] = straight(argb >> 8 & 0xFF, alpha);
    rgb[at + 2] = straight(argb & 0xFF, alpha);
  }
}
