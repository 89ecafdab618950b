package io.boxfit.doctor.reading;

import io.boxfit.core.box.Box;
import io.boxfit.core.overlap.Iou;
import java.util.List;

/**
 * How far rows of predictions and truths are apart.
 *
 * @param rows prediction i belongs to truth i + rows; 0 where that is best
 * @param meanIou of what is paired so
 */
public record RowShift(int rows, double meanIou) {
  private static final Iou IOU = new Iou();
  private static final int FARTHEST = 3;

  /** The best of no shift and three rows either way. */
  public static RowShift of(List<Box> predicted, List<Box> truth) {
    RowShift best = new RowShift(0, meanIou(predicted, truth, 0));
    for (int shift = -FARTHEST; shift <= FARTHEST; shift++) {
      double iou = meanIou(predicted, truth, shift);
      if (iou > best.meanIou) {
        best = new RowShift(shift, iou);
      }
    }
    return best;
  }

  private static double meanIou(List<Box> predicted, List<Box> truth, int shift) {
    double sum = 0;
    int count = 0;
    for (int i = Math.max(0, -shift); i < Math.min(truth.size(), truth.size() - shift); i++) {
      sum += IOU.of(predicted.get(i), truth.get(i + shift));
      count++;
    }
    return count == 0 ? 0 : sum / count;
  }
}
