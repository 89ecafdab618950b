package io.boxfit.core.overlap;

import io.boxfit.core.box.Box;

/**
 * Generalised intersection over union, above -1 to 1: IoU minus the share of the smallest enclosing
 * box that neither box covers, {@code IoU - (C - U) / C}.
 *
 * <p>Rezatofighi et al., "Generalized Intersection over Union", arXiv 1902.09630, algorithm 1.
 */
public record Giou() implements OverlapMeasure {
  private static final Iou IOU = new Iou();

  @Override
  public double of(Box prediction, Box truth) {
    double iou = IOU.of(prediction, truth);
    if (!prediction.isProper()) {
      return least();
    }
    // U = (A + B) / (1 + IoU), because IoU = I / U and U = A + B - I.
    double union = (prediction.area() + truth.area()) / (1 + iou);
    double giou = iou - 1 + union / enclosing(prediction, truth).area();
    return giou >= least() ? Math.min(giou, 1) : least();
  }

  @Override
  public double least() {
    return -1;
  }

  /** The smallest box around both. */
  static Box enclosing(Box a, Box b) {
    return new Box(
        Math.min(a.xMin(), b.xMin()),
        Math.min(a.yMin(), b.yMin()),
        Math.max(a.xMax(), b.xMax()),
        Math.max(a.yMax(), b.yMax()));
  }
}
