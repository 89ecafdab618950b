package io.boxfit.doctor.diagnosis;

/** The doctor's last word. */
public enum Verdict {
  /** Nothing that is an error. */
  HEALTHY,
  /** At least one error. */
  SICK,
  /** Too little was seen, or no error, and boxes that fit no better than one box for all. */
  UNSURE
}
