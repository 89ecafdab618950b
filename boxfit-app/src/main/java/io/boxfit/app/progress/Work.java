package io.boxfit.app.progress;

/**
 * What is worked on.
 *
 * @param task in a word, for example {@code training}
 * @param unit what is counted, for example {@code images}
 * @param from how many were done before
 * @param total how many there are in all
 */
public record Work(String task, String unit, long from, long total) {}
