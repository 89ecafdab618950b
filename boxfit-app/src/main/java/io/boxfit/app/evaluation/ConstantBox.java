package io.boxfit.app.evaluation;

import io.boxfit.core.box.Box;
import io.boxfit.core.metrics.Metrics;
import io.boxfit.core.metrics.Outcome;
import io.boxfit.core.overlap.Iou;
import io.boxfit.predict.ModelInfo;
import java.util.List;

/**
 * The answer of a model that never looks: the same share of every picture.
 *
 * @param box pixels of a picture of the size that the network works on
 * @param width of that picture, px
 * @param height of that picture, px
 */
record ConstantBox(Box box, int width, int height) {
  private static final Iou IOU = new Iou();

  static ConstantBox of(ModelInfo info) {
    return new ConstantBox(info.constantBaseline(), info.inputWidth(), info.inputHeight());
  }

  /** In pixels of a picture of another size. */
  Box scaledTo(int pictureWidth, int pictureHeight) {
    double across = (double) pictureWidth / width;
    double down = (double) pictureHeight / height;
    return new Box(box.xMin() * across, box.yMin() * down, box.xMax() * across, box.yMax() * down);
  }

  /** The metrics of a set whose pictures may differ in size. */
  Metrics metrics(List<Outcome> outcomes) {
    Outcome first = outcomes.get(0);
    Metrics metrics = Metrics.of(outcomes, scaledTo(first.width(), first.height()));
    boolean oneSize =
        outcomes.stream().allMatch(o -> o.width() == first.width() && o.height() == first.height());
    return oneSize ? metrics : withBaseline(metrics, baseline(outcomes));
  }

  private double baseline(List<Outcome> outcomes) {
    return outcomes.stream()
        .mapToDouble(o -> IOU.of(scaledTo(o.width(), o.height()), o.truth()))
        .average()
        .orElseThrow();
  }

  private static Metrics withBaseline(Metrics metrics, double baseline) {
    return new Metrics(
        metrics.meanIou(),
        metrics.meanIouUnrounded(),
        metrics.medianIou(),
        metrics.iouAt50(),
        metrics.iouAt75(),
        metrics.iouAt90(),
        baseline,
        baseline < 1 ? (metrics.meanIou() - baseline) / (1 - baseline) : 0,
        metrics.spreadRatio(),
        metrics.tracking(),
        metrics.sideErrorPx(),
        metrics.invalid(),
        metrics.kerasAccuracy(),
        metrics.samples());
  }
}
