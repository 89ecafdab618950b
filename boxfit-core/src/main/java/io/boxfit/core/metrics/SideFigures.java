package io.boxfit.core.metrics;

import io.boxfit.core.box.Box;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Figures of one side over a set.
 *
 * @param spread standard deviation of the predictions by that of the truths
 * @param tracking Pearson's correlation of prediction and truth
 * @param error mean absolute difference, px
 */
record SideFigures(double spread, double tracking, double error) {

  /**
   * Spread and tracking are taken over the proper predictions alone and are 0 where predictions or
   * truths do not vary. An improper prediction counts with an error of the whole extent.
   *
   * @param extent how large an image is in the direction of the side, px
   */
  static SideFigures of(
      List<Outcome> outcomes, ToDoubleFunction<Box> side, ToDoubleFunction<Outcome> extent) {
    int count = 0;
    double meanPredicted = 0;
    double meanTrue = 0;
    double predictedSquares = 0;
    double trueSquares = 0;
    double products = 0;
    double error = 0;
    for (Outcome outcome : outcomes) {
      if (!outcome.prediction().isProper()) {
        error += extent.applyAsDouble(outcome);
        continue;
      }
      double predicted = side.applyAsDouble(outcome.prediction());
      double actual = side.applyAsDouble(outcome.truth());
      error += Math.abs(predicted - actual);
      count++;
      // Welford's update, which keeps its digits where the mean is large against the spread.
      double predictedOff = predicted - meanPredicted;
      double actualOff = actual - meanTrue;
      meanPredicted += predictedOff / count;
      meanTrue += actualOff / count;
      predictedSquares += predictedOff * (predicted - meanPredicted);
      trueSquares += actualOff * (actual - meanTrue);
      products += predictedOff * (actual - meanTrue);
    }
    boolean vary = predictedSquares > 0 && trueSquares > 0;
    double tracking = vary ? products / Math.sqrt(predictedSquares) / Math.sqrt(trueSquares) : 0;
    return new SideFigures(
        vary ? Math.sqrt(predictedSquares / trueSquares) : 0,
        Double.isNaN(tracking) ? 0 : Math.min(Math.max(tracking, -1), 1),
        error / outcomes.size());
  }
}
