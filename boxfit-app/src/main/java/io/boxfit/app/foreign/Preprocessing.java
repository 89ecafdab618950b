package io.boxfit.app.foreign;

/**
 * What a network's input is made of.
 *
 * @param colors of the channels
 * @param range of the numbers
 * @param axes in their order
 * @param fit of a picture into the input's size
 */
record Preprocessing(ColorOrder colors, ValueRange range, AxisOrder axes, Fit fit) {

  /** As it is written on the command line: {@code bgr, 0..255, nchw, stretch}. */
  String words() {
    return String.join(", ", colors.words(), range.words(), axes.words(), fit.words());
  }

  /** In how many of its four parts it differs from another. */
  int differences(Preprocessing other) {
    return (colors == other.colors ? 0 : 1)
        + (range == other.range ? 0 : 1)
        + (axes == other.axes ? 0 : 1)
        + (fit == other.fit ? 0 : 1);
  }
}
