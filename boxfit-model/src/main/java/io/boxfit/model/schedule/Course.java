package io.boxfit.model.schedule;

/**
 * How long a training is.
 *
 * @param steps in all, at least 1
 * @param stepsPerEpoch at least 1
 */
public record Course(long steps, long stepsPerEpoch) {}
