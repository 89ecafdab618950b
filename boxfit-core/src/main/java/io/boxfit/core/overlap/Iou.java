package io.boxfit.core.overlap;

import io.boxfit.core.box.Box;

/**
 * Intersection over union: the area that both boxes cover by the area that either covers, 0 to 1.
 *
 * <p>Also known as the Jaccard index.
 */
public record Iou() implements OverlapMeasure {

  @Override
  public double of(Box prediction, Box truth) {
    if (!truth.isProper()) {
      throw new IllegalArgumentException("the truth is not a proper box: " + truth);
    }
    if (!prediction.isProper()) {
      return least();
    }
    double intersection = intersection(prediction, truth);
    double union = prediction.area() + truth.area() - intersection;
    // Areas of tiny boxes underflow to 0 and those of giant ones overflow: such boxes do not meet.
    return union > 0 && union < Double.POSITIVE_INFINITY ? intersection / union : least();
  }

  @Override
  public double least() {
    return 0;
  }

  private static double intersection(Box a, Box b) {
    double width = Math.min(a.xMax(), b.xMax()) - Math.max(a.xMin(), b.xMin());
    double height = Math.min(a.yMax(), b.yMax()) - Math.max(a.yMin(), b.yMin());
    return width > 0 && height > 0 ? width * height : 0;
  }
}
