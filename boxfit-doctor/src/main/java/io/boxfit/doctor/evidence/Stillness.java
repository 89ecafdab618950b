package io.boxfit.doctor.evidence;

import io.boxfit.core.box.Box;
import java.util.ArrayList;
import java.util.List;

/**
 * Which sides stand still: their predictions spread by less than a tenth of the truths' spread.
 * Inverted boxes count, as long as they are numbers.
 *
 * @param still sides that do
 * @param moving sides that do not; a side whose truth does not vary is in neither
 * @param boxes predictions that are numbers
 */
public record Stillness(List<Side> still, List<Side> moving, List<Box> boxes) {
  /** The share of the truth's spread; the study of the article ends its trainings by it, too. */
  public static final double STILL = 0.1;

  /** Fewer boxes say nothing about a spread. */
  public static final int ENOUGH = 10;

  /** Truths vary where they spread by so much of the picture. */
  private static final double VARIES = 0.01;

  /** Of some predictions; fewer than ten boxes have neither still nor moving sides. */
  public static Stillness of(Predictions predictions) {
    List<Box> boxes = predictions.predicted().stream().filter(Box::isFinite).toList();
    List<Side> still = new ArrayList<>();
    List<Side> moving = new ArrayList<>();
    if (boxes.size() >= ENOUGH) {
      for (Side side : Side.values()) {
        double truth = side.moments(predictions.truth()).deviation();
        if (truth >= VARIES * side.extent(predictions)) {
          (spread(side, boxes, truth) < STILL ? still : moving).add(side);
        }
      }
    }
    return new Stillness(still, moving, boxes);
  }

  private static double spread(Side side, List<Box> boxes, double truth) {
    return side.moments(boxes).deviation() / truth;
  }

  /** Whether no side moves. */
  public boolean everywhere() {
    return !still.isEmpty() && moving.isEmpty();
  }

  /** Whether some sides move and some do not. */
  public boolean somewhere() {
    return !still.isEmpty() && !moving.isEmpty();
  }

  /**
   * Whether the box that stands still is the mean of the truths, within a quarter of their spread.
   */
  public boolean atTheMean(Predictions predictions) {
    for (Side side : still) {
      Moments truth = side.moments(predictions.truth());
      if (Math.abs(side.moments(boxes).mean() - truth.mean()) > truth.deviation() / 4) {
        return false;
      }
    }
    return true;
  }
}
