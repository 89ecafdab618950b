package io.boxfit.app.foreign;

import io.boxfit.doctor.evidence.Way;

/**
 * A way with the preparation that it speaks of.
 *
 * @param preprocessing of the input
 * @param way with its reading and figures
 */
record Prepared(Preprocessing preprocessing, Way way) {

  /** In how many parts it differs from another: four of the preparation, three of the reading. */
  int differences(Prepared other) {
    return preprocessing.differences(other.preprocessing)
        + (way.reading().frame() == other.way.reading().frame() ? 0 : 1)
        + (way.reading().reading().layout() == other.way.reading().reading().layout() ? 0 : 1)
        + (way.reading().reading().scale() == other.way.reading().reading().scale() ? 0 : 1);
  }
}
