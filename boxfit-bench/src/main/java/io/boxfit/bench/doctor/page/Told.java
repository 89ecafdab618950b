package io.boxfit.bench.doctor.page;

import io.boxfit.bench.doctor.Trained;
import io.boxfit.bench.drawing.Point;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.core.trace.TraceEvent.LayerState;
import io.boxfit.doctor.evidence.Predictions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What a training told, step by step. */
final class Told {
  private Told() {}

  /** The loss of each batch that was told of. */
  static List<Point> losses(Trained training) {
    return training.trace().steps().stream()
        .map(step -> new Point(step.step(), step.loss()))
        .toList();
  }

  /** Mean IoU by step; behind the last probe that of the end, on letters that were not trained. */
  static List<Point> meanIou(Trained training) {
    List<Point> points = new ArrayList<>(probes(training, p -> p.metrics().meanIou()));
    long last = last(training);
    if (points.get(points.size() - 1).x() < last) {
      points.add(new Point(last, training.meanIou()));
    }
    return points;
  }

  /** A figure of what is predicted by step. */
  static List<Point> probes(Trained training, ToDoubleFunction<Predictions> figure) {
    List<Point> points = new ArrayList<>();
    for (TraceEvent.Probe probe : training.trace().probes()) {
      training
          .trace()
          .predictions(probe)
          .ifPresent(p -> points.add(new Point(probe.step(), figure.applyAsDouble(p))));
    }
    return points;
  }

  /** A figure of the layers by step, the first layer first, where they were looked at. */
  static List<Point> layers(Trained training, ToDoubleFunction<List<LayerState>> figure) {
    return training.trace().lookedAt().stream()
        .map(
            step ->
                new Point(step.step(), figure.applyAsDouble(List.copyOf(step.layers().values()))))
        .toList();
  }

  /** The last step. */
  static long last(Trained training) {
    List<TraceEvent.Step> steps = training.trace().steps();
    return steps.get(steps.size() - 1).step();
  }
}
