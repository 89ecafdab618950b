package io.boxfit.app.progress;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.train.loop.TrainingListener;
import java.util.Locale;

/** Shows a training by its events: pictures done, the loss, the mean IoU of the probe. */
public final class TrainingProgress implements TrainingListener {
  /** The loss of one batch jumps: what is shown forgets a twentieth with each step. */
  private static final double FORGOTTEN = 0.05;

  private final Progress progress;
  private final int batchSize;
  private double loss = Double.NaN;
  private double meanIou = Double.NaN;
  private long done;

  /**
   * @param progress counts pictures
   * @param batchSize pictures a step
   * @param stepsBefore done in an earlier part of the run
   */
  public TrainingProgress(Progress progress, int batchSize, long stepsBefore) {
    this.progress = progress;
    this.batchSize = batchSize;
    this.done = stepsBefore * batchSize;
  }

  @Override
  public void on(TraceEvent event) {
    if (event instanceof TraceEvent.Step step) {
      done = step.step() * batchSize;
      loss = Double.isNaN(loss) ? step.loss() : loss + FORGOTTEN * (step.loss() - loss);
      progress.at(done, note());
    } else if (event instanceof TraceEvent.Probe probe) {
      meanIou = probe.meanIou();
      progress.milestone(done, note());
    }
  }

  private String note() {
    String text = Double.isNaN(loss) ? "" : String.format(Locale.ROOT, "loss %.3f", loss);
    if (!Double.isNaN(meanIou)) {
      text += (text.isEmpty() ? "" : ", ") + String.format(Locale.ROOT, "IoU %.3f", meanIou);
    }
    return text;
  }
}
