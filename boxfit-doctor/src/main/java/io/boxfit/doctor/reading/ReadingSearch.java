package io.boxfit.doctor.reading;

import io.boxfit.core.overlap.Iou;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Reads predictions in every way and says which fits the truth best.
 *
 * @param reading the best
 * @param meanIou of the predictions read so
 */
public record ReadingSearch(Reading reading, double meanIou) {
  private static final Iou IOU = new Iou();

  /** Sets larger than this are judged by as many evenly spaced rows. */
  private static final int ENOUGH = 2_000;

  /**
   * A sigmoid makes a box in the middle of any small numbers, so that a dead network's zeros would
   * seem to be logits; who writes a file has the network's last layer at hand.
   */
  private static final Set<Scale> WITHOUT_LOGITS = EnumSet.complementOf(EnumSet.of(Scale.LOGITS));

  /** A reading must be that much better than one before it, which is more usual. */
  static final double BETTER = 0.02;

  /**
   * The best reading; of those that are about as good the first, the one as given before all.
   *
   * @param asGiven how the rows are said to be read
   * @param rows four numbers each
   * @param truths in the same order
   */
  public static ReadingSearch of(Reading asGiven, List<double[]> rows, List<Truth> truths) {
    ReadingSearch best = new ReadingSearch(asGiven, meanIou(asGiven, rows, truths));
    for (Scale scale : WITHOUT_LOGITS) {
      for (Layout layout : Layout.values()) {
        Reading reading = new Reading(layout, scale);
        double iou = meanIou(reading, rows, truths);
        if (iou > best.meanIou + BETTER) {
          best = new ReadingSearch(reading, iou);
        }
      }
    }
    return best;
  }

  /** Mean IoU of rows that are read in one way. */
  static double meanIou(Reading reading, List<double[]> rows, List<Truth> truths) {
    int step = Math.max(1, rows.size() / ENOUGH);
    double sum = 0;
    int count = 0;
    for (int i = 0; i < rows.size(); i += step) {
      Truth truth = truths.get(i);
      sum += IOU.of(reading.decode(rows.get(i), truth.width(), truth.height()), truth.box());
      count++;
    }
    return sum / count;
  }
}
