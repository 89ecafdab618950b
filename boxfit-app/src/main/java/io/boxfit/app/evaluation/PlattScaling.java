package io.boxfit.app.evaluation;

import io.boxfit.model.onnx.ConfidenceScale;
import java.util.List;

/**
 * Fits a probability to a model's raw evidence (Platt, 1999, with his smoothed targets, by Newton's
 * method as Lin, Lin and Weng, 2007): how often is a box with such evidence right?
 */
public final class PlattScaling {
  /** Fewer say too little to bend a probability by. */
  public static final int LEAST_SAMPLES = 20;

  private static final int ITERATIONS = 100;
  private static final double RIDGE = 1e-9;

  private PlattScaling() {}

  /**
   * The scale.
   *
   * @param samples judged by a model with {@link ConfidenceScale#RAW}, at least {@link
   *     #LEAST_SAMPLES}
   */
  public static ConfidenceScale fit(List<JudgedSample> samples) {
    int count = samples.size();
    double[] evidence = new double[count];
    boolean[] right = new boolean[count];
    int rights = 0;
    for (int i = 0; i < count; i++) {
      double share = samples.get(i).confidence().orElseThrow();
      double inside = Math.min(Math.max(share, 1e-7), 1 - 1e-7);
      evidence[i] = StrictMath.log(inside / (1 - inside));
      right[i] = samples.get(i).iou() >= 0.5;
      rights += right[i] ? 1 : 0;
    }
    double high = (rights + 1.0) / (rights + 2.0);
    double low = 1.0 / (count - rights + 2.0);
    double slope = 0;
    double offset = StrictMath.log((rights + 1.0) / (count - rights + 1.0));
    for (int i = 0; i < ITERATIONS; i++) {
      double[] step = newton(evidence, right, high, low, slope, offset);
      double shorter = Math.min(1, 2 / Math.max(Math.abs(step[0]), Math.abs(step[1])));
      slope -= shorter * step[0];
      offset -= shorter * step[1];
      if (Math.abs(step[0]) + Math.abs(step[1]) < 1e-9) {
        break;
      }
    }
    // Evidence that speaks against itself says nothing.
    return slope > 0
        ? new ConfidenceScale(slope, offset, count)
        : new ConfidenceScale(0, StrictMath.log((rights + 1.0) / (count - rights + 1.0)), count);
  }

  private static double[] newton(
      double[] evidence, boolean[] right, double high, double low, double slope, double offset) {
    double slopeGradient = 0;
    double offsetGradient = 0;
    double slopes = RIDGE;
    double offsets = RIDGE;
    double both = 0;
    for (int i = 0; i < evidence.length; i++) {
      double p = 1 / (1 + StrictMath.exp(-(slope * evidence[i] + offset)));
      double error = p - (right[i] ? high : low);
      double weight = p * (1 - p);
      slopeGradient += error * evidence[i];
      offsetGradient += error;
      slopes += weight * evidence[i] * evidence[i];
      offsets += weight;
      both += weight * evidence[i];
    }
    double determinant = slopes * offsets - both * both;
    return new double[] {
      (offsets * slopeGradient - both * offsetGradient) / determinant,
      (slopes * offsetGradient - both * slopeGradient) / determinant
    };
  }
}
