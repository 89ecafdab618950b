package io.boxfit.train.loop;

import io.boxfit.core.trace.TraceEvent;

/** Hears what a training does: trace, progress bar, and whoever diagnoses. */
@FunctionalInterface
public interface TrainingListener {

  /**
   * Called on the training's thread, in order; every step is told, also those a trace leaves out.
   */
  void on(TraceEvent event);
}
