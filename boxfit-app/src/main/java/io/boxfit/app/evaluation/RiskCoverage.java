package io.boxfit.app.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How right a model is on the pictures that it is surest of (El-Yaniv and Wiener, JMLR 2010): if it
 * may pass over the others, what is the risk of what is left?
 *
 * @param points from the surest tenth to all
 */
public record RiskCoverage(List<Point> points) {
  private static final int STEPS = 10;

  /**
   * The pictures above one confidence.
   *
   * @param coverage their share of all, above 0 to 1
   * @param confidence of the least sure of them
   * @param meanIou of them
   * @param iouAt50 share of them with an IoU of at least 0.5
   */
  public record Point(double coverage, double confidence, double meanIou, double iouAt50) {}

  /** Copies the list. */
  public RiskCoverage {
    points = List.copyOf(points);
  }

  /** Of samples with a confidence each; no point where one has none. */
  public static RiskCoverage of(List<JudgedSample> samples) {
    List<Point> points = new ArrayList<>();
    if (samples.stream().allMatch(sample -> sample.confidence().isPresent())) {
      List<JudgedSample> surest = new ArrayList<>(samples);
      surest.sort(
          Comparator.comparingDouble((JudgedSample s) -> -s.confidence().orElseThrow())
              .thenComparingInt(JudgedSample::index));
      for (int step = 1; step <= STEPS; step++) {
        int count = Math.max(1, (int) Math.round((double) samples.size() * step / STEPS));
        points.add(point(surest.subList(0, count), samples.size()));
      }
    }
    return new RiskCoverage(points);
  }

  private static Point point(List<JudgedSample> kept, int all) {
    double sum = 0;
    int hits = 0;
    for (JudgedSample sample : kept) {
      sum += sample.iou();
      hits += sample.iou() >= 0.5 ? 1 : 0;
    }
    return new Point(
        (double) kept.size() / all,
        kept.get(kept.size() - 1).confidence().orElseThrow(),
        sum / kept.size(),
        (double) hits / kept.size());
  }
}
