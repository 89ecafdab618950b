package io.boxfit.data;

/**
 * Samples by number, made or read when asked for: no set need fit in memory.
 *
 * <p>Implementations are immutable and safe to call from several threads; the same index always
 * gives the same sample.
 */
public interface Dataset {

  /** How many samples there are. */
  int size();

  /**
   * Sample number {@code index}.
   *
   * @throws IndexOutOfBoundsException if index is not in [0, size)
   */
  Sample get(int index);

  /** What identifies these samples: equal digests promise equal pixels and boxes. */
  String digest();
}
