package io.boxfit.doctor.reading;

import io.boxfit.core.box.Box;
import io.boxfit.core.overlap.Iou;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far rows of predictions and truths are apart.
 *
 * @param rows prediction i belongs to truth i + rows; 0 where that is best
 * @param meanIou of what is paired so
 */
public record RowShift(int rows, double meanIou) {
  private static final Iou IOU = new Iou();
  private static final int FARTHEST = 3;

  /**
   * The best of no shift and three rows either way; each row is read as one of the picture that it
   * comes to lie beside.
   */
  public static RowShift of(Reading reading, List<double[]> rows, List<Truth> truths) {
    RowShift best = new RowShift(0, meanIou(reading, rows, truths, 0));
    for (int shift = -FARTHEST; shift <= FARTHEST; shift++) {
      double iou = meanIou(reading, rows, truths, shift);
      if (iou > best.meanIou) {
        best = new RowShift(shift, iou);
      }
    }
    return best;
  }

  /** The same of boxes that are read already. */
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
    return IntStream.range(Math.max(0, -shift), Math.min(truth.size(), truth.size() - shift))
        .mapToDouble(i -> IOU.of(predicted.get(i), truth.get(i + shift)))
        .average()
        .orElse(0);
  }

  private static double meanIou(
      Reading reading, List<double[]> rows, List<Truth> truths, int shift) {
    double sum = 0;
    int count = 0;
    for (int i = Math.max(0, -shift); i < Math.min(truths.size(), truths.size() - shift); i++) {
      Truth truth = truths.get(i + shift);
      sum += IOU.of(reading.decode(rows.get(i), truth.width(), truth.height()), truth.box());
      count++;
    }
    return count == 0 ? 0 : sum / count;
  }
}
