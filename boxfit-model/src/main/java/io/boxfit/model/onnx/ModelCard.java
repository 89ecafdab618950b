package io.boxfit.model.onnx;

import io.boxfit.core.BadInputException;
import io.boxfit.core.box.Box;
import java.util.List;
import java.util.Optional;

/**
 * What a model file says about itself beside the network.
 *
 * @param version of the Boxfit that wrote it
 * @param names of what the box is drawn around, at least one
 * @param recipeDigest tells which recipe trained it
 * @param constantBaseline the one best box for the training set, pixels of the network's input
 * @param wholePixels whether the model rounds its box to whole pixels
 * @param mirrored whether it looks at the picture's mirror image, too
 * @param confidence how the network's evidence becomes a probability; empty: the model gives none
 */
public record ModelCard(
    String version,
    List<String> names,
    String recipeDigest,
    Box constantBaseline,
    boolean wholePixels,
    boolean mirrored,
    Optional<ConfidenceScale> confidence) {

  /** Of a model that looks once and gives no confidence. */
  public ModelCard(
      String version,
      List<String> names,
      String recipeDigest,
      Box constantBaseline,
      boolean wholePixels) {
    this(version, names, recipeDigest, constantBaseline, wholePixels, false, Optional.empty());
  }

  /** The same with a confidence. */
  public ModelCard with(ConfidenceScale scale) {
    return new ModelCard(
        version, names, recipeDigest, constantBaseline, wholePixels, mirrored, Optional.of(scale));
  }

  /** The same of a model that looks at the mirror image, too. */
  public ModelCard withMirror() {
    return new ModelCard(
        version, names, recipeDigest, constantBaseline, wholePixels, true, confidence);
  }

  /**
   * @throws BadInputException if there is no name, or the box holds something that is not a number
   */
  public ModelCard {
    names = List.copyOf(names);
    if (names.isEmpty()) {
      throw new BadInputException("model card: names must hold at least one name");
    }
    if (!constantBaseline.isProper()) {
      throw new BadInputException(
          "model card: constantBaseline must enclose something, got " + constantBaseline);
    }
  }
}
