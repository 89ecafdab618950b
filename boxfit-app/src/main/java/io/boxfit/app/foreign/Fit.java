package io.boxfit.app.foreign;

import io.boxfit.core.fit.Fitting;
import io.boxfit.core.fit.Resize;
import io.boxfit.doctor.reading.Placement;

/** How a picture comes into an input of another size. */
enum Fit {
  /** Each axis by its own factor. */
  STRETCH("stretch", Resize.STRETCH),
  /** Both axes by one factor, in the middle, gray around: YOLO. */
  LETTERBOX("letterbox", Resize.LETTERBOX),
  /** Both axes by one factor, in the upper left corner, gray beside. */
  LETTERBOX_CORNER("letterbox-corner", Resize.LETTERBOX);

  private final String words;
  private final Resize resize;

  Fit(String words, Resize resize) {
    this.words = words;
    this.resize = resize;
  }

  String words() {
    return words;
  }

  /** What the picture becomes. */
  Fitting fitting(int width, int height, int inputWidth, int inputHeight) {
    return Fitting.of(resize, width, height, inputWidth, inputHeight);
  }

  /** Where its content begins, px from the left. */
  int left(Fitting fitting, int inputWidth) {
    return this == LETTERBOX ? (inputWidth - fitting.contentWidth()) / 2 : 0;
  }

  /** Where its content begins, px from above. */
  int top(Fitting fitting, int inputHeight) {
    return this == LETTERBOX ? (inputHeight - fitting.contentHeight()) / 2 : 0;
  }

  Placement placement(int width, int height, int inputWidth, int inputHeight) {
    Fitting fitting = fitting(width, height, inputWidth, inputHeight);
    return new Placement(
        width,
        height,
        inputWidth,
        inputHeight,
        (double) fitting.contentWidth() / width,
        (double) fitting.contentHeight() / height,
        left(fitting, inputWidth),
        top(fitting, inputHeight));
  }
}
