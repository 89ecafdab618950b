package io.boxfit.train.batch;

/**
 * Samples of one step, ready for the engine.
 *
 * @param step from 0
 * @param images (size, channels, height, width), scaled to [-1, 1]
 * @param boxes true boxes, four numbers a sample
 * @param size samples
 */
@SuppressWarnings("ArrayRecordComponent")
public record Batch(long step, float[] images, float[] boxes, int size) {}
