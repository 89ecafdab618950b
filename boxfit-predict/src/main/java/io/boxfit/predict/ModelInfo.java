package io.boxfit.predict;

import io.boxfit.core.box.Box;
import io.boxfit.core.fit.Resize;
import java.util.List;

/**
 * What a model file says about itself.
 *
 * @param version the Boxfit version that wrote the file
 * @param names what the box encloses, for example {@code ["letter"]}
 * @param recipeDigest identifies the recipe that the model was trained with
 * @param constantBaseline the one box that scores best on the training data if given for every
 *     picture; pixels of a picture of {@code inputWidth} x {@code inputHeight}
 * @param inputWidth columns the network works on, at least 1
 * @param inputHeight rows the network works on, at least 1
 * @param channels 3 if the model takes RGB, 1 if it takes gray
 * @param anySize whether the model takes pictures of every size; otherwise they must be {@code
 *     inputWidth} x {@code inputHeight}
 * @param resize what the model does with pictures of another size than it works on
 * @param wholePixels whether the model rounds its boxes to whole pixels
 * @param confidence whether the model tells how sure it is of its box
 */
public record ModelInfo(
    String version,
    List<String> names,
    String recipeDigest,
    Box constantBaseline,
    int inputWidth,
    int inputHeight,
    int channels,
    boolean anySize,
    Resize resize,
    boolean wholePixels,
    boolean confidence) {

  /** Copies the names. */
  public ModelInfo {
    names = List.copyOf(names);
  }
}
