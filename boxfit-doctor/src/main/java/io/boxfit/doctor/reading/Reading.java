package io.boxfit.doctor.reading;

import io.boxfit.core.box.Box;

/**
 * One way to read four numbers as a box.
 *
 * @param layout what each is
 * @param scale what they are counted in
 */
public record Reading(Layout layout, Scale scale) {

  /**
   * The box in pixels.
   *
   * @param four numbers
   * @param width of the picture, px
   * @param height of the picture, px
   */
  public Box decode(double[] four, int width, int height) {
    return scale.pixels(layout.decode(scale.activated(four)), width, height);
  }

  /** What it is, for people. */
  public String words() {
    return layout.words() + ", " + scale.words();
  }
}
