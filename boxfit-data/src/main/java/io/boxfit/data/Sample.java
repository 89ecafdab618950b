package io.boxfit.data;

import io.boxfit.core.box.Box;

/**
 * One image and the box of its object.
 *
 * @param id leads back to where the sample comes from: a file's name, or which letter of which set
 * @param picture the pixels
 * @param box the truth, in pixels of the picture; {@link #ABSENT} where the object is not there
 */
public record Sample(String id, Picture picture, Box box) {

  /** No box: the object is not in the picture. */
  public static final Box ABSENT = new Box(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
}
