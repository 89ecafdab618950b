package io.boxfit.core.metrics;

import io.boxfit.core.box.Box;
import io.boxfit.core.overlap.Iou;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How good a model's boxes are on a set of images. A prediction that is not a number, infinite,
 * inverted or empty scores IoU 0 and is counted in {@code invalid}.
 *
 * @param meanIou mean IoU of what the model gives out, 0 to 1
 * @param meanIouUnrounded mean IoU before rounding, where the model rounds to whole pixels
 * @param medianIou half of the images score at least this
 * @param iouAt50 share of images with IoU of at least 0.5
 * @param iouAt75 share of images with IoU of at least 0.75
 * @param iouAt90 share of images with IoU of at least 0.9
 * @param constantBaseline mean IoU here of the one best box for the training set: what a model
 *     reaches that never looks at the image
 * @param skill (meanIou - constantBaseline) / (1 - constantBaseline): 0 = ignores the image, 1 =
 *     perfect; 0 where the constant box is already perfect
 * @param spreadRatio per side, over valid predictions: standard deviation of the predictions / of
 *     the truths; near 0 = the box does not move; 0 where the truths do not vary
 * @param tracking per side, over valid predictions: correlation of prediction and truth, -1 to 1; 0
 *     where either does not vary
 * @param sideErrorPx per side: mean absolute error, px; an invalid prediction counts with the
 *     image's width or height, so that giving none is never the better answer
 * @param invalid how many predictions are not a box
 * @param kerasAccuracy share of images where the largest of the four numbers, as shares of the
 *     image, has the right index; stands here to show that it says nothing
 * @param samples how many images
 */
public record Metrics(
    double meanIou,
    OptionalDouble meanIouUnrounded,
    double medianIou,
    double iouAt50,
    double iouAt75,
    double iouAt90,
    double constantBaseline,
    double skill,
    PerSide spreadRatio,
    PerSide tracking,
    PerSide sideErrorPx,
    int invalid,
    double kerasAccuracy,
    int samples) {
  private static final Iou IOU = new Iou();

  /**
   * The metrics of a set.
   *
   * @param outcomes at least one; either all or none with an unrounded prediction
   * @param constantBox the best constant box for the training set, px, see {@link ConstantBaseline}
   * @throws IllegalArgumentException if there is no outcome or only some are unrounded
   */
  public static Metrics of(List<Outcome> outcomes, Box constantBox) {
    if (outcomes.isEmpty()) {
      throw new IllegalArgumentException("metrics need at least one outcome");
    }
    double[] ious =
        outcomes.stream().mapToDouble(o -> IOU.of(o.prediction(), o.truth())).sorted().toArray();
    double meanIou = mean(ious);
    double baseline =
        mean(outcomes.stream().mapToDouble(o -> IOU.of(constantBox, o.truth())).toArray());
    SideFigures left = SideFigures.of(outcomes, Box::xMin, Outcome::width);
    SideFigures top = SideFigures.of(outcomes, Box::yMin, Outcome::height);
    SideFigures right = SideFigures.of(outcomes, Box::xMax, Outcome::width);
    SideFigures bottom = SideFigures.of(outcomes, Box::yMax, Outcome::height);
    long agreeing = outcomes.stream().filter(Outcome::largestNumberAgrees).count();
    long invalid = outcomes.stream().filter(o -> !o.prediction().isProper()).count();
    return new Metrics(
        meanIou,
        unrounded(outcomes),
        (ious[(ious.length - 1) / 2] + ious[ious.length / 2]) / 2,
        shareFrom(ious, 0.5),
        shareFrom(ious, 0.75),
        shareFrom(ious, 0.9),
        baseline,
        baseline < 1 ? (meanIou - baseline) / (1 - baseline) : 0,
        new PerSide(left.spread(), top.spread(), right.spread(), bottom.spread()),
        new PerSide(left.tracking(), top.tracking(), right.tracking(), bottom.tracking()),
        new PerSide(left.error(), top.error(), right.error(), bottom.error()),
        (int) invalid,
        (double) agreeing / ious.length,
        ious.length);
  }

  private static OptionalDouble unrounded(List<Outcome> outcomes) {
    long given = outcomes.stream().map(Outcome::unrounded).filter(Optional::isPresent).count();
    if (given == 0) {
      return OptionalDouble.empty();
    }
    if (given < outcomes.size()) {
      throw new IllegalArgumentException(
          "only " + given + " of " + outcomes.size() + " outcomes have an unrounded prediction");
    }
    return OptionalDouble.of(
        mean(
            outcomes.stream()
                .mapToDouble(o -> IOU.of(o.unrounded().orElseThrow(), o.truth()))
                .toArray()));
  }

  private static double shareFrom(double[] ious, double threshold) {
    return (double) Arrays.stream(ious).filter(iou -> iou >= threshold).count() / ious.length;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }
}
