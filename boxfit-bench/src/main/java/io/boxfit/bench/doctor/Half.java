package io.boxfit.bench.doctor;

/** Which kinds the doctor's thresholds may be set by, and which they are reported on. */
enum Half {
  /** Looked at while thresholds are set. */
  SET,
  /** Written by somebody who does not know the rules, and not looked at before these stand. */
  REPORTED;
}
