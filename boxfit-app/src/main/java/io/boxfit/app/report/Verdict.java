package io.boxfit.app.report;

import io.boxfit.core.metrics.Metrics;
import io.boxfit.core.metrics.PerSide;

/** Says in one sentence whether a network looks at the picture. */
final class Verdict {
  private static final double NO_SKILL = 0.05;
  private static final double LITTLE_SKILL = 0.5;
  private static final double TRACKS = 0.5;

  private Verdict() {}

  static String of(Metrics metrics) {
    double tracking = weakest(metrics.tracking());
    if (metrics.skill() < NO_SKILL) {
      String box =
          "one box that is the same for every picture would reach "
              + Numbers.figure(metrics.constantBaseline())
              + ".";
      return tracking < TRACKS
          ? "The network does not look at the picture: " + box
          : "The network sees where the object is, but its boxes do not fit it: " + box;
    }
    String gap =
        Numbers.percent(metrics.skill())
            + " of the way from the best constant box to a perfect one";
    if (metrics.skill() < LITTLE_SKILL) {
      return "The network looks at the picture, but not well: its mean IoU is " + gap + ".";
    }
    return "The network looks at the picture: its boxes move with the object (tracking of "
        + Numbers.figure(tracking)
        + " or more on every side), and its mean IoU is "
        + gap
        + ".";
  }

  private static double weakest(PerSide sides) {
    return Math.min(Math.min(sides.left(), sides.top()), Math.min(sides.right(), sides.bottom()));
  }
}
