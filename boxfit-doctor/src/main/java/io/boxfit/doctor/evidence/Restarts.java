package io.boxfit.doctor.evidence;

/**
 * The same recipe, trained from other starts.
 *
 * @param tried how many
 * @param learned how many of them were not sick
 */
public record Restarts(int tried, int learned) {

  /**
   * @throws IllegalArgumentException if none was tried, or more learned than were
   */
  public Restarts {
    if (tried < 1 || learned < 0 || learned > tried) {
      throw new IllegalArgumentException(learned + " of " + tried);
    }
  }
}
