package io.boxfit.data.annotation;

import io.boxfit.core.box.Box;
import java.util.List;
import java.util.Optional;

/**
 * What is written beside one picture.
 *
 * @param id of the sample
 * @param name of the picture's file: its path below the set's folder
 * @param width of the picture, px
 * @param height of the picture, px
 * @param depth channels of the picture; 0 where not known
 * @param objects in order, px
 * @param part of the set, where it has parts
 */
record Annotation(
    String id,
    String name,
    int width,
    int height,
    int depth,
    List<Labelled> objects,
    Optional<String> part) {
  /** The folder of the pictures. */
  static final String IMAGES = "images";

  /** One object. */
  record Labelled(String label, Box box) {}

  /** Whole numbers without a point, as pixels usually are. */
  static String number(double value) {
    return PixelNumber.text(value);
  }
}
