package io.boxfit.doctor.diagnosis;

/** How much a finding matters, the worst first. */
public enum Severity {
  /** The training or the data is sick. */
  ERROR,
  /** It costs quality, or may. */
  WARNING,
  /** Worth knowing. */
  NOTE
}
