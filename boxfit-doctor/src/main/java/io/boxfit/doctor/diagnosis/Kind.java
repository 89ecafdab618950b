package io.boxfit.doctor.diagnosis;

/** What a finding is about. */
public enum Kind {
  /** Something that can be seen. */
  SYMPTOM,
  /** Why it is so. */
  CAUSE
}
