package io.boxfit.app.command;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.Doctor;
import io.boxfit.doctor.diagnosis.Diagnosis;
import io.boxfit.doctor.diagnosis.Verdict;
import io.boxfit.doctor.evidence.Evidence;
import io.boxfit.doctor.evidence.TraceHistory;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.train.loop.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A doctor who hears a training's events and calls for its end once it is sick. */
final class Bedside implements TrainingListener {
  /** Before that share of the steps a box that has not moved yet says nothing. */
  private static final double TIME_TO_MOVE = 0.1;

  private static final double LEAST_STEPS = 50;

  /** Losses in a row that are no number: the weights are none either, and stay so. */
  private static final int LOST = 5;

  private final Recipe recipe;
  private final List<TraceEvent> events = new ArrayList<>();
  private int lost;
  private long nanos;
  private Optional<Diagnosis> sick = Optional.empty();

  Bedside(Recipe recipe) {
    this.recipe = recipe;
  }

  /** What is wrong; empty while nothing is. */
  Optional<Diagnosis> sick() {
    return sick;
  }

  /** The doctor's own time so far. */
  double seconds() {
    return nanos / 1e9;
  }

  @Override
  public void on(TraceEvent event) {
    long before = System.nanoTime();
    events.add(event);
    if (event instanceof TraceEvent.Step step) {
      lost = Double.isFinite(step.loss()) ? 0 : lost + 1;
      if (lost == LOST) {
        look();
      }
    }
    if (event instanceof TraceEvent.Probe probe && probe.step() >= timeToMove()) {
      look();
    }
    nanos += System.nanoTime() - before;
  }

  private double timeToMove() {
    double planned = recipe.steps();
    return Math.min(planned, Math.max(LEAST_STEPS, TIME_TO_MOVE * planned));
  }

  private void look() {
    sick =
        TraceHistory.of(events)
            .map(trace -> Doctor.examine(Evidence.of(Optional.of(recipe), trace)))
            .filter(diagnosis -> diagnosis.verdict() == Verdict.SICK);
  }
}
