package io.boxfit.doctor.reading;

/** How a picture is laid on another one that a network is given. */
enum Canvas {
  /** Each axis by itself, whatever the picture's shape. */
  STRETCHED("stretched"),
  /** As a whole, in the middle of a square between two bars. */
  LETTERBOXED("letterboxed"),
  /** As a whole, from the upper left corner of a square on. */
  PADDED("padded to the right and below"),
  /** As a whole, so that its shorter side has that length. */
  SHORTER_SIDE("by its shorter side"),
  /** Its middle square alone. */
  CROPPED("cut to its middle square"),
  /** As a whole, by the same factor for all pictures. */
  ZOOMED("made larger or smaller");

  private final String words;

  Canvas(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** Whether both axes are counted in the same unit. */
  boolean keepsShape() {
    return this != STRETCHED;
  }

  /**
   * What is counted as 1 along an axis, px of the picture.
   *
   * @param along extent of the picture on that axis, px
   * @param beside its other extent, px
   */
  double unit(double along, double beside) {
    return switch (this) {
      case STRETCHED -> along;
      case LETTERBOXED, PADDED -> Math.max(along, beside);
      case SHORTER_SIDE, CROPPED -> Math.min(along, beside);
      case ZOOMED -> 1;
    };
  }

  /** Where counting begins, px of the picture. */
  double start(double along, double beside) {
    return this == LETTERBOXED || this == CROPPED ? (along - unit(along, beside)) / 2 : 0;
  }
}
