package io.boxfit.bench.doctor;

/** Which patients the doctor's thresholds may be set by, and which they are reported on. */
enum Half {
  /** Looked at while thresholds are set. */
  SET("thresholds set on"),
  /** Kinds as those, in trainings that were not looked at before the rules stand. */
  MOVED("known kinds in trainings not looked at before"),
  /** Written by somebody who does not know the rules, and not looked at before these stand. */
  REPORTED("not looked at before");

  private final String words;

  Half(String words) {
    this.words = words;
  }

  /** In tables. */
  String words() {
    return words;
  }
}
