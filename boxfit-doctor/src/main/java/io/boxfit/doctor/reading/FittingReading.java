package io.boxfit.doctor.reading;

import io.boxfit.core.overlap.Iou;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The way to read predictions that fits the truth best: as numbers of the pictures themselves, or
 * of the pictures as they were resized for a network.
 *
 * @param reading the best
 * @param meanIou of the predictions read so
 */
public record FittingReading(BoxReading reading, double meanIou) {
  private static final Iou IOU = new Iou();

  /** Sets larger than this are judged by as many evenly spaced rows. */
  private static final int ENOUGH = 2_000;

  /** A size is fitted: it must be better by that much than a reading without one. */
  private static final double BETTER = 0.05;

  /** Less is no reading that explains what is wrong. */
  private static final double EXPLAINS = 0.4;

  /** Of the way from boxes of other pictures to perfect ones: a box that stands still is at 0. */
  private static final double FOLLOWS = 0.3;

  /**
   * The best reading; of those that are about as good the first, the one as given before all.
   *
   * @param asGiven how the rows are said to be read
   * @param rows four numbers each
   * @param truths in the same order
   */
  public static FittingReading of(Reading asGiven, List<double[]> rows, List<Truth> truths) {
    ReadingSearch plain = ReadingSearch.of(asGiven, rows, truths);
    FittingReading best = new FittingReading(plain.reading(), plain.meanIou());
    List<double[]> someRows = spaced(rows);
    List<Truth> someTruths = spaced(truths);
    double ahead = BETTER;
    for (Resized resized : ResizedSearch.candidates(someRows, someTruths)) {
      double iou = meanIou(resized, someRows, someTruths, 0);
      if (iou >= EXPLAINS
          && iou > best.meanIou + ahead
          && follows(resized, iou, someRows, someTruths)) {
        best = new FittingReading(resized, iou);
        ahead = ReadingSearch.BETTER;
      }
    }
    return best;
  }

  private static boolean follows(
      Resized resized, double iou, List<double[]> rows, List<Truth> truths) {
    double blind = meanIou(resized, rows, truths, rows.size() / 2);
    return iou - blind >= FOLLOWS * (1 - blind);
  }

  /** Mean IoU beside the truths that stand so many rows further down. */
  private static double meanIou(
      Resized resized, List<double[]> rows, List<Truth> truths, int shift) {
    double sum = 0;
    for (int i = 0; i < rows.size(); i++) {
      Truth truth = truths.get((i + shift) % truths.size());
      sum += IOU.of(resized.decode(rows.get(i), truth.width(), truth.height()), truth.box());
    }
    return sum / rows.size();
  }

  private static <T> List<T> spaced(List<T> all) {
    int step = Math.max(1, all.size() / ENOUGH);
    return IntStream.iterate(0, i -> i < all.size(), i -> i + step).mapToObj(all::get).toList();
  }
}
