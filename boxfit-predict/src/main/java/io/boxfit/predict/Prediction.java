package io.boxfit.predict;

import io.boxfit.core.box.Box;
import java.util.OptionalDouble;

/**
 * What a model says about one picture.
 *
 * @param box the box the model gives out, pixels of the picture; where {@link
 *     ModelInfo#wholePixels()} holds, at whole pixels. It may be improper: see {@link
 *     Box#isProper()}
 * @param unrounded the box before rounding; the same as {@code box} where the model does not round
 * @param confidence how probable it is that the box meets the object with an IoU of at least 0.5, 0
 *     to 1; empty where the model does not tell
 */
public record Prediction(Box box, Box unrounded, OptionalDouble confidence) {

  /** Of a model that does not tell how sure it is. */
  public Prediction(Box box, Box unrounded) {
    this(box, unrounded, OptionalDouble.empty());
  }
}
