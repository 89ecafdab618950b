package io.boxfit.bench.doctor;

import io.boxfit.doctor.evidence.Evidence;
import io.boxfit.doctor.evidence.Predictions;
import io.boxfit.doctor.evidence.TraceHistory;

/** A training that was run, of whatever framework. */
public interface Trained {
  /** All that it told. */
  TraceHistory trace();

  /** What the doctor is shown of it. */
  Evidence evidence();

  /** Of its end, on pictures that it never saw. */
  double meanIou();

  /** What it says at its end. */
  default Predictions predictions() {
    return trace().last().orElseThrow();
  }
}
