package io.boxfit.core.overlap;

import io.boxfit.core.box.Box;

/**
 * How well a predicted box meets the true one; 1 is a perfect hit, more is better.
 *
 * <p>Any four numbers may be predicted. A prediction that is not a number, infinite, inverted or
 * empty gets the least value of the measure.
 */
public sealed interface OverlapMeasure permits Iou, Giou, Diou, Ciou {

  /**
   * The overlap of a prediction with the truth; never NaN.
   *
   * @param prediction any four numbers
   * @param truth a proper box
   * @throws IllegalArgumentException if the truth is not a proper box
   */
  double of(Box prediction, Box truth);

  /** The greatest lower bound of the measure, and its value for an improper prediction. */
  double least();
}
