package io.boxfit.doctor.diagnosis;

/** The doctor's last word. */
public enum Verdict {
  /** Nothing that is an error. */
  HEALTHY,
  /** At least one error. */
  SICK,
  /** Too little was seen. */
  UNSURE
}
