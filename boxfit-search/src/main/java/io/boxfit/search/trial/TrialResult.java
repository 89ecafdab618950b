package io.boxfit.search.trial;

import io.boxfit.core.box.Box;
import io.boxfit.core.metrics.Metrics;
import java.util.List;

/**
 * What came of a trial.
 *
 * @param ending in a word
 * @param metrics on its test samples
 * @param trained pictures until it ended, each as often as it was seen
 * @param firstNotANumber step of the first loss that was not a finite number, 0 if there was none
 * @param seconds that it trained
 * @param shown boxes of the first few test samples
 */
public record TrialResult(
    Ending ending,
    Metrics metrics,
    long trained,
    long firstNotANumber,
    double seconds,
    List<Box> shown) {

  /** How many boxes are kept. */
  public static final int SHOWN = 6;

  /** Copies the list. */
  public TrialResult {
    shown = List.copyOf(shown);
  }
}
