package io.boxfit.doctor.evidence;

import io.boxfit.core.trace.TraceEvent;
import java.util.Locale;

/** What a head's four numbers went through last, and where it lets them be. */
public enum Output {
  /** A sigmoid. */
  SIGMOID(0, 1),
  /** A hyperbolic tangent. */
  TANH(-1, 1),
  /** A ReLU. */
  RELU(0, Double.POSITIVE_INFINITY),
  /** A softmax. */
  SOFTMAX(0, 1),
  /** Something else, or nothing. */
  OTHER(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
  /** It was not told. */
  UNKNOWN(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  private final double least;
  private final double most;

  Output(double least, double most) {
    this.least = least;
    this.most = most;
  }

  /** That of a layer of whatever framework; a softmax is told by its numbers and not by a name. */
  static Output named(String kind) {
    return switch (kind.toLowerCase(Locale.ROOT)) {
      case "sigmoid" -> SIGMOID;
      case "tanh" -> TANH;
      case "relu" -> RELU;
      default -> UNKNOWN;
    };
  }

  /** Whether numbers that were seen can have come out of it. */
  boolean gives(TraceEvent.Range seen) {
    // A ReLU that gives no zero at all, of many numbers, may stand elsewhere.
    return this == RELU ? seen.min() == 0 : seen.min() >= least && seen.max() <= most;
  }

  /** The most that it gives. */
  public double most() {
    return most;
  }
}
