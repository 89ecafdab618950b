package io.boxfit.data.annotation;

import io.boxfit.core.box.Box;

/**
 * What is written beside one picture.
 *
 * @param id of the sample
 * @param name of the picture's file without its ending
 * @param width of the picture, px
 * @param height of the picture, px
 * @param depth channels of the picture
 * @param box of the object, px
 */
record Annotation(String id, String name, int width, int height, int depth, Box box) {
  /** The folder of the pictures. */
  static final String IMAGES = "images";

  String fileName() {
    return name + ".png";
  }

  /** Whole numbers without a point, as pixels usually are. */
  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
