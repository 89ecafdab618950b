package io.boxfit.doctor.reading;

import io.boxfit.core.box.Box;

/** A way to read four numbers as a box of a picture. */
public sealed interface BoxReading permits Reading, Resized {

  /**
   * The box in pixels.
   *
   * @param four numbers
   * @param width of the picture, px
   * @param height of the picture, px
   */
  Box decode(double[] four, int width, int height);

  /** What each number is. */
  Layout layout();

  /** What they are counted in, for programs and names of files: lower case without blanks. */
  String unit();

  /** What it is, for people. */
  String words();
}
