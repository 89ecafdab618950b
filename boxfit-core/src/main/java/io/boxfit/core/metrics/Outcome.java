package io.boxfit.core.metrics;

import io.boxfit.core.box.Box;
import java.util.Objects;
import java.util.Optional;

/**
 * What a model said about one image, and the truth; boxes in pixels.
 *
 * @param prediction what the model gives out: any four numbers
 * @param unrounded the prediction before rounding, where the model rounds to whole pixels
 * @param truth a proper box
 * @param width of the image, px, at least 1
 * @param height of the image, px, at least 1
 */
public record Outcome(Box prediction, Optional<Box> unrounded, Box truth, int width, int height) {

  /**
   * @throws IllegalArgumentException if the truth is not a proper box or the image has no pixels
   */
  public Outcome {
    Objects.requireNonNull(prediction, "prediction");
    Objects.requireNonNull(unrounded, "unrounded");
    if (!truth.isProper()) {
      throw new IllegalArgumentException("the truth is not a proper box: " + truth);
    }
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("an image has pixels, got " + width + "x" + height);
    }
  }

  /** Of a model that does not round. */
  public Outcome(Box prediction, Box truth, int width, int height) {
    this(prediction, Optional.empty(), truth, width, height);
  }

  /**
   * Whether the largest of the four numbers, left, top, right and bottom as shares of the image, is
   * the same one in prediction and truth, the first of equals; what Keras calls the accuracy of
   * such a model. False where a number is NaN.
   */
  boolean largestNumberAgrees() {
    return !hasNaN() && largest(prediction) == largest(truth);
  }

  private boolean hasNaN() {
    return Double.isNaN(
        prediction.xMin() + prediction.yMin() + prediction.xMax() + prediction.yMax());
  }

  private int largest(Box box) {
    double[] shares = {
      box.xMin() / width, box.yMin() / height, box.xMax() / width, box.yMax() / height
    };
    int largest = 0;
    for (int i = 1; i < shares.length; i++) {
      if (shares[i] > shares[largest]) {
        largest = i;
      }
    }
    return largest;
  }
}
