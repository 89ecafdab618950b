package io.boxfit.train.batch;

import org.bytedeco.pytorch.Tensor;

/**
 * The part of a batch that one worker computes at once.
 *
 * @param image (size, channels, height, width), scaled as the network's input says
 * @param boxes true boxes, four numbers a sample
 * @param size samples
 * @param firstNumber number of the first sample, counted from the start of the run
 * @param step from 0
 * @param steps of the whole run
 */
@SuppressWarnings("ArrayRecordComponent")
public record Shard(
    Tensor image, float[] boxes, int size, long firstNumber, long step, long steps) {}
