package io.boxfit.search.trial;

import io.boxfit.core.metrics.Metrics;

/**
 * What came of a trial.
 *
 * @param ending in a word
 * @param metrics on its test samples
 * @param firstNotANumber step of the first loss that was not a number, 0 if there was none
 * @param lastLoss of the last step
 * @param seconds that it trained
 */
public record TrialResult(
    Ending ending, Metrics metrics, long firstNotANumber, double lastLoss, double seconds) {}
