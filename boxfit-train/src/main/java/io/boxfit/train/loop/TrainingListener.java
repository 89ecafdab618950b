package io.boxfit.train.loop;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.train.received.Received;

/** Hears what a training does: trace, progress bar, and whoever diagnoses. */
@FunctionalInterface
public interface TrainingListener {

  /**
   * Called on the training's thread, in order; every step is told, also those a trace leaves out.
   */
  void on(TraceEvent event);

  /** Called once a training, before its first step. */
  default void received(Received received) {}
}
