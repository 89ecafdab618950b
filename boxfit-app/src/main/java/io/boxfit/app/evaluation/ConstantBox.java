package io.boxfit.app.evaluation;

import io.boxfit.core.box.Box;
import io.boxfit.core.fit.Fitting;
import io.boxfit.core.fit.Resize;
import io.boxfit.core.metrics.Metrics;
import io.boxfit.core.metrics.Outcome;
import io.boxfit.core.overlap.Iou;
import io.boxfit.predict.ModelInfo;
import java.util.List;

/**
 * The answer of a model that never looks: the same place of its input for every picture.
 *
 * @param box pixels of the network's input
 * @param width of the input, px
 * @param height of the input, px
 * @param resize how pictures come into it
 */
record ConstantBox(Box box, int width, int height, Resize resize) {
  private static final Iou IOU = new Iou();

  static ConstantBox of(ModelInfo info) {
    return new ConstantBox(
        info.constantBaseline(), info.inputWidth(), info.inputHeight(), info.resize());
  }

  /** In pixels of a picture of another size. */
  Box scaledTo(int pictureWidth, int pictureHeight) {
    return Fitting.of(resize, pictureWidth, pictureHeight, width, height).toPicture(box);
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
