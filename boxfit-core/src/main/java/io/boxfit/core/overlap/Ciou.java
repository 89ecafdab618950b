package io.boxfit.core.overlap;

import io.boxfit.core.box.Box;

/**
 * Complete intersection over union, above -1.5 to 1: DIoU minus {@code alpha v}, where {@code v = 4
 * / pi^2 (atan(w'/h') - atan(w/h))^2} compares the shapes and {@code alpha = v / (1 - IoU + v)}.
 *
 * <p>Zheng et al., "Distance-IoU Loss", arXiv 1911.08287, equations 8 to 11. As v is below 1 and
 * IoU at least 0, {@code alpha v} is below 1/2.
 */
public record Ciou() implements OverlapMeasure {
  private static final Iou IOU = new Iou();
  private static final Diou DIOU = new Diou();

  @Override
  public double of(Box prediction, Box truth) {
    double iou = IOU.of(prediction, truth);
    if (!prediction.isProper()) {
      return least();
    }
    double angle =
        StrictMath.atan2(truth.width(), truth.height())
            - StrictMath.atan2(prediction.width(), prediction.height());
    double v = 4 / (Math.PI * Math.PI) * angle * angle;
    // Equal boxes make alpha 0 / 0; the product is 0.
    double shape = v > 0 ? v * v / (1 - iou + v) : 0;
    return DIOU.of(prediction, truth) - shape;
  }

  @Override
  public double least() {
    return -1.5;
  }
}
