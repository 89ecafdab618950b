package io.boxfit.bench.doctor.peer;

import io.boxfit.doctor.evidence.TraceHistory;

/** Where a training met numbers that are none. */
final class NonFinite {
  private NonFinite() {}

  static boolean anywhere(TraceHistory trace) {
    return inLoss(trace) || inGradients(trace);
  }

  static boolean inLoss(TraceHistory trace) {
    return trace.steps().stream().anyMatch(step -> !Double.isFinite(step.loss()));
  }

  static boolean inGradients(TraceHistory trace) {
    return trace.steps().stream()
        .flatMap(step -> step.layers().values().stream())
        .anyMatch(layer -> layer.nonFinite() > 0);
  }
}
