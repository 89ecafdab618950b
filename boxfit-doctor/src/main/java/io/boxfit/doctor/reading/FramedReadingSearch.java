package io.boxfit.doctor.reading;

import io.boxfit.core.box.Box;
import io.boxfit.core.overlap.Iou;
import java.util.List;

/**
 * Reads a network's numbers in every way, the sigmoid that may be missing included, and says which
 * fits the truth best.
 *
 * @param reading the best
 * @param meanIou of the numbers read so
 */
public record FramedReadingSearch(FramedReading reading, double meanIou) {
  private static final Iou IOU = new Iou();

  /** A reading must be that much better than one before it, which is more usual. */
  private static final double BETTER = 0.02;

  /**
   * The best reading; of those that are about as good the first, the one as claimed before all.
   *
   * @param claimed how the rows are said to be read
   * @param rows four numbers each, at least one row
   * @param truth proper boxes, px of the pictures, in the same order
   * @param placements of the pictures, in the same order
   */
  public static FramedReadingSearch of(
      FramedReading claimed, List<double[]> rows, List<Box> truth, List<Placement> placements) {
    FramedReadingSearch best =
        new FramedReadingSearch(claimed, meanIou(claimed, rows, truth, placements));
    for (Frame frame : Frame.values()) {
      for (Scale scale : Scale.values()) {
        for (Layout layout : Layout.values()) {
          FramedReading reading = new FramedReading(new Reading(layout, scale), frame);
          double iou = meanIou(reading, rows, truth, placements);
          if (iou > best.meanIou + BETTER) {
            best = new FramedReadingSearch(reading, iou);
          }
        }
      }
    }
    return best;
  }

  /** Mean IoU of rows that are read in one way; numbers that are not finite overlap nothing. */
  public static double meanIou(
      FramedReading reading, List<double[]> rows, List<Box> truth, List<Placement> placements) {
    double sum = 0;
    for (int i = 0; i < rows.size(); i++) {
      sum += IOU.of(reading.decode(rows.get(i), placements.get(i)), truth.get(i));
    }
    return sum / rows.size();
  }
}
