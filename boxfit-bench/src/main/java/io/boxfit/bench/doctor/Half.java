package io.boxfit.bench.doctor;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Which kinds the doctor's thresholds may be set by, and which they are reported on. */
enum Half {
  /** Looked at while thresholds are set. */
  SET,
  /** Not looked at before the thresholds stand. */
  REPORTED;

  /** By a hash of the name, so that nobody chooses. */
  static Half of(String name) {
    CRC32 hash = new CRC32();
    hash.update(name.getBytes(StandardCharsets.UTF_8));
    return hash.getValue() % 2 == 0 ? SET : REPORTED;
  }
}
