package io.boxfit.train.received;

/**
 * One sample as numbers.
 *
 * @param image (channels, height, width), as the network is given it
 * @param target four numbers, as the loss compares them
 */
@SuppressWarnings("ArrayRecordComponent")
public record ReceivedSample(float[] image, float[] target) {}
