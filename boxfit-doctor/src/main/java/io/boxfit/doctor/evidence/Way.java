package io.boxfit.doctor.evidence;

import io.boxfit.doctor.reading.FramedReading;

/**
 * One way to use a network: what its input is made of, how its output is read, and what came of it.
 *
 * @param preprocessing in words, for example {@code bgr, 0..255, nchw, stretch}
 * @param reading of its four numbers
 * @param chosen mean IoU on the pictures that ways were chosen by
 * @param confirmed mean IoU on pictures that were not looked at for the choice
 */
public record Way(String preprocessing, FramedReading reading, double chosen, double confirmed) {

  /** Whether another is the same way, whatever came of it. */
  public boolean isAlso(Way other) {
    return preprocessing.equals(other.preprocessing) && reading.equals(other.reading);
  }
}
