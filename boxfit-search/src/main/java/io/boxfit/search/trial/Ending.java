package io.boxfit.search.trial;

import io.boxfit.core.metrics.Metrics;
import io.boxfit.core.metrics.PerSide;
import java.util.stream.DoubleStream;

/** How a training ended, in one word for people. */
public enum Ending {
  /** Every side follows the picture, and the box hits more often than not. */
  CONVERGED("converged"),
  /** None of the others: the box moves, but has not got there. */
  STILL_MOVING("still moving"),
  /** No side follows the picture, whatever the picture shows. */
  SAME_BOX("same box for every image"),
  /** Some sides follow the picture, others stand still. */
  PINNED_SIDE("pinned side"),
  /** The loss has no gradient left: no weight can move. */
  DEAD_GRADIENT("dead gradient"),
  /** Weights or boxes are not numbers. */
  NOT_A_NUMBER("not a number");

  /** A side whose predictions spread less than this share of the truth's spread stands still. */
  static final double STILL = 0.1;

  /** Correlation with the truth from which a side is said to follow the picture. */
  static final double FOLLOWS = 0.9;

  /** Mean IoU from which a training is said to have converged: a hit, in Pascal VOC's words. */
  static final double HIT = 0.5;

  private final String words;

  Ending(String words) {
    this.words = words;
  }

  /** The name that tables use. */
  public String words() {
    return words;
  }

  /**
   * The ending of a training.
   *
   * @param metrics on samples that were not trained
   * @param finite whether every weight is a number
   * @param moving whether the last gradient that was looked at had any length
   */
  public static Ending of(Metrics metrics, boolean finite, boolean moving) {
    if (!finite) {
      return NOT_A_NUMBER;
    }
    if (metrics.meanIou() >= HIT && least(metrics.tracking()) >= FOLLOWS) {
      return CONVERGED;
    }
    if (!moving) {
      return DEAD_GRADIENT;
    }
    // Where most predictions are no boxes at all, the few that are say nothing about its sides.
    boolean mostlyInvalid = 2L * metrics.invalid() > metrics.samples();
    if (mostlyInvalid || most(metrics.spreadRatio()) < STILL) {
      return SAME_BOX;
    }
    return least(metrics.spreadRatio()) < STILL ? PINNED_SIDE : STILL_MOVING;
  }

  private static double least(PerSide sides) {
    return stream(sides).min().orElseThrow();
  }

  private static double most(PerSide sides) {
    return stream(sides).max().orElseThrow();
  }

  private static DoubleStream stream(PerSide sides) {
    return DoubleStream.of(sides.left(), sides.top(), sides.right(), sides.bottom());
  }
}
