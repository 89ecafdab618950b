package io.boxfit.core.overlap;

import io.boxfit.core.box.Box;

/**
 * Distance intersection over union, above -1 to 1: IoU minus the squared distance of the centres by
 * the squared diagonal of the smallest enclosing box.
 *
 * <p>Zheng et al., "Distance-IoU Loss", arXiv 1911.08287, equations 6 and 7.
 */
public record Diou() implements OverlapMeasure {
  private static final Iou IOU = new Iou();

  @Override
  public double of(Box prediction, Box truth) {
    double iou = IOU.of(prediction, truth);
    if (!prediction.isProper()) {
      return least();
    }
    Box enclosing = Giou.enclosing(prediction, truth);
    double apart =
        square(prediction.centerX() - truth.centerX())
            + square(prediction.centerY() - truth.centerY());
    double diou = iou - apart / (square(enclosing.width()) + square(enclosing.height()));
    return diou >= least() ? diou : least();
  }

  @Override
  public double least() {
    return -1;
  }

  private static double square(double x) {
    return x * x;
  }
}
